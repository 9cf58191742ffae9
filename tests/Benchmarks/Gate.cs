using System.Text.Json;
using Tourism.Kernel;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Benchmarks;

/// <summary>Lets parties in one by one, each time somebody of another party.</summary>
internal sealed class Gate(IReadOnlyList<string> codes)
{
    private const int Party = 90;
    private const int Parties = 1500;
    private int _shown;

    /// <summary>Sells the tickets that are scanned: enough for 135,000 people.</summary>
    public static async Task<Gate> OpenAsync(Staff seller)
    {
        var till = await Till.OpenAsync(seller, new LineRequest("adult", Party));
        var codes = new List<string>();
        foreach (var some in Enumerable.Range(0, Parties).Chunk(8))
            codes.AddRange(await Task.WhenAll(some.Select(_ => SellAsync(seller, till))));
        return new Gate(codes);
    }

    public Call NextCall()
    {
        var code = codes[Interlocked.Increment(ref _shown) % codes.Count];
        var scan = new ScanRequest(Guid.CreateVersion7(), code, 1, TimeProvider.System.UtcMicros());
        return new Call("POST /api/v1/gates/main/scans", JsonSerializer.SerializeToUtf8Bytes(scan, Json.Options));
    }

    private static async Task<string> SellAsync(Staff seller, Till till)
    {
        var (id, sale) = till.Next();
        return (await seller.SendAsync<SaleView>(HttpMethod.Put, $"/api/v1/sales/{id}", sale)).Ticket!.Code;
    }
}
