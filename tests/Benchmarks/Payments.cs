using System.Text.Json;
using Tourism.Kernel;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Benchmarks;

/// <summary>Parties that pay on their phone: rung up, paid on the provider's page, and over when the till sees the payment succeed.</summary>
internal sealed class Payments(Till till)
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(50);

    public async Task PayAsync(Connection line)
    {
        var (id, sale) = till.Next(byPhone: true);
        var payment = sale.Tenders[0].Id;
        await line.ExpectAsync(new Call($"PUT /api/v1/sales/{id}", Json(sale)), 201);
        await line.ExpectAsync(new Call($"PUT /api/v1/payments/{payment}", Json(new PaymentRequest(id, Language.Ja))), 201);
        var page = line.Member("pageUrl") ?? throw new InvalidOperationException("The payment has no page.");
        await line.ExpectAsync(new Call($"POST {new Uri(page).AbsolutePath}", "act=card"u8.ToArray(), Call.Form), 200, 302, 303);
        do
        {
            await Task.Delay(Look);
            await line.ExpectAsync(new Call($"GET /api/v1/payments/{payment}", []), 200);
        }
        while (line.Member("state") != "succeeded");
    }

    private static byte[] Json<T>(T body) => JsonSerializer.SerializeToUtf8Bytes(body, Kernel.Json.Options);
}
