using System.Text.Json;
using Tourism.Kernel;
using Tourism.Pos.Shared.Wire;
using Tourism.Pos.Ui.Api;
using Tourism.Pos.Ui.Device;

namespace Tourism.Pos.Till.Sales;

/// <summary>A sale with its name and body as they are sent, and sent again.</summary>
public sealed record UnsentSale(Guid Id, SaleRequest Request);

/// <summary>Keeps a till's sale on the device until the server has had its last word on it: a reload or a flat battery loses nothing.</summary>
public sealed class UnsentSales(ApiClient api, IDevice device)
{
    public async Task<UnsentSale?> FindAsync(string till) =>
        await device.ReadAsync(KeyOf(till)) is { } text ? JsonSerializer.Deserialize<UnsentSale>(text, Json.Options) : null;

    public ValueTask ForgetAsync(string till) => device.ForgetAsync(KeyOf(till));

    /// <summary>Keeps it, then sends it. It stays kept while nobody knows whether it arrived, or while its payment is awaited.</summary>
    public async Task<Answer<SaleView>> SendAsync(UnsentSale sale)
    {
        await device.WriteAsync(KeyOf(sale.Request.Till), JsonSerializer.Serialize(sale, Json.Options));
        var answer = await api.PutAsync<SaleView>($"/api/v1/sales/{sale.Id}", sale.Request);
        if (answer.Ok ? answer.Value.State != SaleState.AwaitingPayment : !answer.Problem.MayRepeat)
            await ForgetAsync(sale.Request.Till);
        return answer;
    }

    private static string KeyOf(string till) => "tourism.unsent." + till;
}
