using System.Text.Json;
using Tourism.Kernel;
using Tourism.Pos.Shared.Journals;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Benchmarks;

/// <summary>Rings the same party up over and over: one till with many hands, one receipt series, one journal.</summary>
internal sealed class Till
{
    private const string Code = "akiyoshido-1";
    private readonly Lock _series = new();
    private readonly IReadOnlyList<LineRequest> _party;
    private readonly Yen _total;
    private readonly int _epoch;
    private string _previous;
    private int _number;

    private Till(IReadOnlyList<LineRequest> party, Yen total, int epoch, Guid opened) =>
        (_party, _total, _epoch, _previous) = (party, total, epoch, Journal.Start(opened));

    /// <summary>Opens a series and asks what the party pays.</summary>
    public static async Task<Till> OpenAsync(Staff staff, params LineRequest[] party)
    {
        var opened = Guid.CreateVersion7();
        var epoch = await staff.SendAsync<EpochView>(HttpMethod.Put, $"/api/v1/tills/{Code}/epochs/{opened}");
        var quote = await staff.SendAsync<QuoteView>(HttpMethod.Post, "/api/v1/quotes", new QuoteRequest(Code, party));
        return new Till(party, quote.Total, epoch.Epoch, opened);
    }

    /// <param name="byPhone">The party is to pay on its phone; in cash otherwise.</param>
    public (Guid Id, SaleRequest Sale) Next(bool byPhone = false)
    {
        var id = Guid.CreateVersion7();
        var tender = byPhone ? new TenderRequest(Guid.CreateVersion7(), TenderKind.Qr, _total) : new TenderRequest(Guid.CreateVersion7(), TenderKind.Cash, _total, _total);
        lock (_series)
        {
            var sale = new SaleRequest(Code, _epoch, ++_number, TimeProvider.System.UtcMicros(), Language.Ja, _party, _total, [tender]);
            var hash = Journal.Next(_previous, id, sale);
            sale = sale with { Journal = new JournalLink(_previous, hash) };
            _previous = hash;
            return (id, sale);
        }
    }

    public Call NextCall()
    {
        var (id, sale) = Next();
        return new Call($"PUT /api/v1/sales/{id}", JsonSerializer.SerializeToUtf8Bytes(sale, Json.Options));
    }
}
