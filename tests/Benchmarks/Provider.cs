using System.Globalization;
using System.Text;

namespace Tourism.Benchmarks;

/// <summary>What a payment asks of the sandbox, without us in between: a session is made, paid and read. The yardstick of <see cref="Payments"/>.</summary>
internal sealed class Provider
{
    private const string Api = "/sandbox/stripe/v1/checkout/sessions";

    public async Task SellAsync(Connection line)
    {
        var id = Guid.CreateVersion7();
        await line.ExpectAsync(new Call($"POST {Api}", Encoding.UTF8.GetBytes(Body(id)), $"{Call.Form}\r\nIdempotency-Key: {id}:1:create"), 200);
        var page = line.Member("url") ?? throw new InvalidOperationException("The session has no page.");
        var session = line.Member("id");
        await line.ExpectAsync(new Call($"POST {new Uri(page).AbsolutePath}", "act=card"u8.ToArray(), Call.Form), 200, 302, 303);
        await line.ExpectAsync(new Call($"GET {Api}/{session}?expand[]=payment_intent", []), 200);
    }

    private static string Body(Guid id) => string.Join('&', new (string Key, string Value)[]
    {
        ("mode", "payment"), ("client_reference_id", id.ToString()), ("locale", "ja"),
        ("expires_at", TimeProvider.System.GetUtcNow().AddHours(23).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)),
        ("success_url", "http://localhost/done"), ("cancel_url", "http://localhost/done"),
        ("line_items[0][quantity]", "1"), ("line_items[0][price_data][currency]", "jpy"), ("line_items[0][price_data][unit_amount]", "3300"),
        ("line_items[0][price_data][product_data][name]", "Akiyoshido"), ("metadata[bench]", id.ToString()), ("payment_intent_data[metadata][bench]", id.ToString()),
    }.Select(field => $"{Uri.EscapeDataString(field.Key)}={Uri.EscapeDataString(field.Value)}"));
}
