using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using Tourism.Kernel;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Benchmarks;

/// <summary>Sells the same small party over and over, as one till with many hands.</summary>
internal sealed class SalesLoad
{
    private readonly HttpClient _http;
    private int _epoch;
    private int _number;

    private SalesLoad(Uri host) => _http = new HttpClient(new SocketsHttpHandler { CookieContainer = new CookieContainer() }) { BaseAddress = host };

    public static async Task<SalesLoad> SignInAsync(Uri host)
    {
        var load = new SalesLoad(host);
        (await load._http.PostAsJsonAsync("/api/v1/session", new SignInRequest("hanako"), Json.Options)).EnsureSuccessStatusCode();
        using var opened = await load._http.PutAsync($"/api/v1/tills/akiyoshido-1/epochs/{Guid.CreateVersion7()}", null);
        load._epoch = (await opened.Content.ReadFromJsonAsync<EpochView>(Json.Options))!.Epoch;
        return load;
    }

    /// <summary>Sales per second that were answered 201.</summary>
    public async Task<double> RunAsync(int clients, TimeSpan time)
    {
        var began = Stopwatch.StartNew();
        var sold = await Task.WhenAll(Enumerable.Range(0, clients).Select(_ => Task.Run(() => SellUntilAsync(began, time))));
        return sold.Sum() / began.Elapsed.TotalSeconds;
    }

    private async Task<int> SellUntilAsync(Stopwatch began, TimeSpan time)
    {
        var sold = 0;
        for (; began.Elapsed < time; sold++)
        {
            using var answer = await _http.PutAsJsonAsync($"/api/v1/sales/{Guid.CreateVersion7()}", Sale(), Json.Options);
            if (answer.StatusCode != HttpStatusCode.Created)
                throw new InvalidOperationException($"{answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
        }

        return sold;
    }

    private SaleRequest Sale() => new(
        "akiyoshido-1", _epoch, Interlocked.Increment(ref _number), TimeProvider.System.UtcMicros(), Language.Ja,
        [new("adult", 2), new("elementary", 1)], new Yen(3300),
        [new(Guid.CreateVersion7(), TenderKind.Cash, new Yen(3300), new Yen(5000))]);
}
