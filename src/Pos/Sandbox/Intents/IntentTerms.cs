using System.Text.Json.Nodes;
using Tourism.Pos.Sandbox.Money;

namespace Tourism.Pos.Sandbox.Intents;

/// <summary>To whom the money of an intent goes, whether it was asked for directly or by a session.</summary>
internal static class IntentTerms
{
    private static readonly string[] Texts = ["description", "transfer_group", "on_behalf_of"];

    /// <summary>The accounts named must exist.</summary>
    public static async Task<StripeFault?> RefusalAsync(SandboxCall call, Func<string, string> at) =>
        await CreateTransfer.DestinationAsync(call, at("transfer_data") + "[destination]") ?? await CreateTransfer.DestinationAsync(call, at("on_behalf_of"));

    /// <param name="form">What was asked.</param>
    /// <param name="intent">Where it is written.</param>
    /// <param name="at">The full name of a parameter: a session has them one level deeper.</param>
    public static void Write(StripeForm form, JsonObject intent, Func<string, string> at)
    {
        foreach (var name in Texts.Where(name => form.Text(at(name)) is not null))
            intent[name] = form.Text(at(name));
        if (form.Number(at("application_fee_amount")) is { } fee)
            intent["application_fee_amount"] = fee;
        var destination = at("transfer_data") + "[destination]";
        if (form.Text(destination) is not { } account)
            return;
        intent["transfer_data"] = new JsonObject { ["destination"] = account };
        if (form.Number(at("transfer_data") + "[amount]") is { } part)
            intent["transfer_data"]!["amount"] = part;
    }
}
