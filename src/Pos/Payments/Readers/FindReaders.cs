using Microsoft.EntityFrameworkCore;
using Stripe;
using Stripe.Terminal;
using Tourism.Kernel;
using Tourism.Pos.Persistence;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Payments.Readers;

/// <summary>The card readers of a site, and all that the provider has.</summary>
internal sealed partial class FindReaders(IDbContextFactory<PosDbContext> contexts, StripeGateway stripe, ILogger<FindReaders> log)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public async Task<IReadOnlyList<CardReaderView>> AtAsync(string site, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return [.. (await db.Set<CardReader>().AsNoTracking().Where(row => row.Site == site && row.RetiredAt == null).ToListAsync(ct)).Select(row => row.View).OrderBy(row => row.Label, StringComparer.Ordinal)];
    }

    /// <summary>Every reader that the provider has for this account, with the site it was put to.</summary>
    public async Task<Result<IReadOnlyList<CardReaderView>>> AllAsync(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var placed = await db.Set<CardReader>().AsNoTracking().Where(row => row.RetiredAt == null).ToDictionaryAsync(row => row.Id, ct);
        try
        {
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
            limit.CancelAfter(Patience);
            return await ListAsync(placed, limit.Token);
        }
        catch (Exception error) when (error is StripeException or HttpRequestException or OperationCanceledException && !ct.IsCancellationRequested)
        {
            NotListed(log, error);
            return new ReadersNotListed();
        }
    }

    private async Task<List<CardReaderView>> ListAsync(Dictionary<string, CardReader> placed, CancellationToken ct)
    {
        var found = new List<CardReaderView>();
        var client = await stripe.ClientAsync(ct);
        await foreach (var reader in client.V1.Terminal.Readers.ListAutoPagingAsync(new ReaderListOptions { Limit = 100 }, null, ct))
        {
            var ours = placed.GetValueOrDefault(reader.Id);
            found.Add(new CardReaderView(reader.Id, ours?.Site, ours?.Label ?? reader.Label ?? reader.Id, reader.Status == "online"));
        }

        return found;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The provider did not list its card readers")]
    private static partial void NotListed(ILogger log, Exception error);
}

internal sealed record ReadersNotListed() : Failure(
    "readers-not-listed", FailureKind.Unavailable,
    "決済会社からカードリーダーの一覧を取得できませんでした。少し待ってからもう一度開いてください。",
    "The payment provider did not list its card readers. Wait a moment and open this again.");
