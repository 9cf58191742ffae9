using System.Text.Json.Nodes;
using Tourism.Pos.Payments;

namespace Tourism.Pos.Sandbox;

/// <summary>What the provider demands of every request that moves money, whichever way it comes.</summary>
internal static class SandboxRules
{
    public const string CardPresent = "card_present";

    /// <summary>What the sandbox's account may take on a page of its own; a reader takes cards only.</summary>
    public static readonly string[] Methods = ["card", "paypay", "wechat_pay", "alipay"];

    private static readonly string[] WithManualCapture = ["card", CardPresent];

    public static StripeFault? Metadata(StripeForm form, string name = "metadata")
    {
        var metadata = form.Map(name);
        return metadata.Count > 50 || metadata.Any(pair => pair.Key.Length is 0 or > 40 || pair.Value.Length > 500)
            ? StripeFault.Invalid("Metadata has at most 50 keys of 40 characters with values of 500.", name)
            : null;
    }

    public static StripeFault? Amount(long amount, string param) =>
        amount < StartPayment.Least.Amount ? StripeFault.Invalid("The amount is below the least charge of ¥50.", param, "amount_too_small")
        : amount > StartPayment.Most.Amount ? StripeFault.Invalid("The amount is above the most that can be charged.", param, "amount_too_large")
        : null;

    /// <summary>The old name of the list of methods, which this version of the API no longer takes.</summary>
    public static StripeFault? OldMethods(StripeForm form) => form.Keys.Any(key => key.StartsWith("payment_method_types", StringComparison.Ordinal))
        ? StripeFault.Invalid("Use allowed_payment_method_types.", "payment_method_types", "payment_method_types_no_longer_supported")
        : null;

    /// <summary>The methods that are left: the list asked for is a filter, a reader must be asked for by name, and wallets cannot wait for a capture.</summary>
    public static JsonArray MethodsFor(IReadOnlyList<string> allowed, bool manual = false) => StripeShapes.List(
        Methods.Where(method => allowed.Count == 0 || allowed.Contains(method)).Concat(allowed.Where(method => method == CardPresent))
            .Where(method => !manual || WithManualCapture.Contains(method)));
}
