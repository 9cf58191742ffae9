using System.Collections.Concurrent;
using System.Net;
using Tourism.Kernel;
using Tourism.Pos.Shared.Journals;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Api.Tests;

/// <summary>A till with many hands. Whatever happens to the host, each hand sends its sale until it has an answer, as the till's outbox does.</summary>
internal sealed class BusyTill(Staff staff, Guid opened, int epoch)
{
    private const string Till = "akiyoshido-1";
    private static readonly Yen Price = new(3300);
    private readonly Lock _series = new();
    private readonly ConcurrentDictionary<Guid, string> _answered = new();
    private string _previous = Journal.Start(opened);
    private int _number;
    private volatile bool _open = true;

    public IReadOnlyDictionary<Guid, string> Answered => _answered;

    public int Numbers => _number;

    public static async Task<BusyTill> OpenAsync(Staff staff)
    {
        var opened = Guid.CreateVersion7();
        return new BusyTill(staff, opened, (await staff.PutAsync<EpochView>($"/api/v1/tills/{Till}/epochs/{opened}", new { })).Epoch);
    }

    public Task SellAsync(int hands) => Task.WhenAll(Enumerable.Range(0, hands).Select(_ => Task.Run(SellAsync)));

    public void Close() => _open = false;

    public async Task<JournalEpochView> JournalAsync() =>
        (await staff.GetAsync<JournalView>($"/api/v1/tills/{Till}/journal?epoch={epoch}")).Epochs.Single(one => one.Epoch == epoch);

    public Task<SaleView> FindAsync(Guid sale) => staff.GetAsync<SaleView>($"/api/v1/sales/{sale}");

    private async Task SellAsync()
    {
        while (_open)
        {
            var (id, sale) = Next();
            while (!await IsAnsweredAsync(id, sale))
                await Task.Delay(50);
        }
    }

    private async Task<bool> IsAnsweredAsync(Guid id, SaleRequest sale)
    {
        try
        {
            using var answer = await staff.SendAsync(HttpMethod.Put, $"/api/v1/sales/{id}", sale);
            if (answer.StatusCode is not (HttpStatusCode.Created or HttpStatusCode.OK))
                return answer.StatusCode == HttpStatusCode.ServiceUnavailable ? false : throw new InvalidOperationException(await answer.Content.ReadAsStringAsync());
            var view = System.Text.Json.JsonSerializer.Deserialize<SaleView>(await answer.Content.ReadAsStringAsync(), Json.Options)!;
            return _answered.TryAdd(id, view.ReceiptNumber);
        }
        catch (HttpRequestException)
        {
            // The host is dead, or died before it could answer.
            return false;
        }
    }

    private (Guid Id, SaleRequest Sale) Next()
    {
        var (id, tender) = (Guid.CreateVersion7(), new TenderRequest(Guid.CreateVersion7(), TenderKind.Cash, Price, Price));
        lock (_series)
        {
            var sale = new SaleRequest(
                Till, epoch, ++_number, TimeProvider.System.UtcMicros(), Language.Ja, [new("adult", 2), new("elementary", 1)], Price, [tender]);
            sale = sale with { Journal = new JournalLink(_previous, Journal.Next(_previous, id, sale)) };
            _previous = sale.Journal.Hash;
            return (id, sale);
        }
    }
}
