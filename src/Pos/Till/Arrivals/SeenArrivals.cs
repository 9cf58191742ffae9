using System.Text.Json;
using Microsoft.JSInterop;
using Tourism.Kernel;
using Tourism.Pos.Shared.Wire;
using Tourism.Pos.Ui.Api;
using Tourism.Pos.Ui.Device;

namespace Tourism.Pos.Till.Arrivals;

/// <summary>How far this device has looked at what a place's sticker brought in.</summary>
/// <param name="After">Where it stopped: microseconds since 1970, UTC.</param>
/// <param name="Sales">The last it has seen, because the server tells some twice.</param>
internal sealed record SeenArrivals(long After, IReadOnlyList<Guid> Sales)
{
    private const int Most = 100;

    /// <summary>A device that has never looked begins with today; so does one whose note cannot be read, and tells too much rather than too little.</summary>
    public static async Task<SeenArrivals> ReadAsync(IDevice device, string site, DateTime now)
    {
        try
        {
            if (await device.ReadAsync(KeyOf(site)) is { } kept && JsonSerializer.Deserialize<SeenArrivals>(kept, ApiClient.Reading) is { Sales: not null } seen)
                return seen;
        }
        catch (Exception problem) when (problem is JsonException or JSException)
        {
            // The next one that is kept replaces it.
        }

        return new SeenArrivals((BusinessDate.StartUtc(BusinessDate.Of(now)) - DateTime.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond, []);
    }

    public static async Task KeepAsync(IDevice device, string site, long after, IEnumerable<ArrivalView> known) => await device.WriteAsync(
        KeyOf(site), JsonSerializer.Serialize(new SeenArrivals(after, [.. known.OrderByDescending(sale => sale.PaidAt).Take(Most).Select(sale => sale.Sale)]), Json.Options));

    private static string KeyOf(string site) => $"arrivals.{site}";
}
