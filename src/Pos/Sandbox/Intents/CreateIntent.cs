using System.Text.Json.Nodes;
using Tourism.Kernel;

namespace Tourism.Pos.Sandbox.Intents;

/// <summary>A payment that the merchant itself carries on, for example on a card reader.</summary>
internal static class CreateIntent
{
    private static readonly HashSet<string> Known =
    [
        "amount", "currency", "allowed_payment_method_types[]", "capture_method", "metadata[*]", "description", "transfer_data[destination]",
        "transfer_data[amount]", "transfer_group", "on_behalf_of", "application_fee_amount", "expand[]",
    ];

    public static async Task<Result<JsonObject>> HandleAsync(SandboxCall call) =>
        (Refusal(call.Form) ?? await IntentTerms.RefusalAsync(call, name => name)) is { } refused ? refused : Create(call.Books, call.Form);

    private static StripeFault? Refusal(StripeForm form)
    {
        if (SandboxRules.OldMethods(form) is { } old)
            return old;
        if (form.Unknown(Known) is { } unknown)
            return StripeFault.Unknown(unknown);
        if (form.Text("amount") is null)
            return StripeFault.Missing("amount");
        if (form.Number("amount") is not { } amount)
            return StripeFault.Invalid("Invalid integer.", "amount", "parameter_invalid_integer");
        if (form.Text("currency") != "jpy")
            return StripeFault.Invalid("This sandbox knows jpy only.", "currency");
        if (form.Text("capture_method") is not (null or "automatic" or "automatic_async" or "manual"))
            return StripeFault.Invalid("Invalid capture_method.", "capture_method");
        if (Methods(form).Count == 0)
            return StripeFault.Invalid("None of these payment methods can be used here.", "allowed_payment_method_types");
        return SandboxRules.Amount(amount, "amount") ?? SandboxRules.Metadata(form);
    }

    private static JsonArray Methods(StripeForm form) =>
        SandboxRules.MethodsFor(form.List("allowed_payment_method_types"), manual: form.Text("capture_method") == "manual");

    private static JsonObject Create(SandboxBooks books, StripeForm form)
    {
        var allowed = form.List("allowed_payment_method_types");
        var intent = StripeShapes.Intent();
        intent["capture_method"] = form.Text("capture_method") ?? "automatic";
        intent["metadata"] = StripeShapes.Map(form.Map("metadata"));
        IntentTerms.Write(form, intent, name => name);
        if (allowed.Count > 0)
            intent["allowed_payment_method_types"] = StripeShapes.List(allowed);
        Begin(books, intent, form.Number("amount")!.Value, Methods(form));
        return intent;
    }

    /// <summary>Gives a new intent its id and its place, and tells of it.</summary>
    public static SandboxObject Begin(SandboxBooks books, JsonObject intent, long amount, JsonArray methods)
    {
        intent["id"] = StripeIds.Intent();
        intent["client_secret"] = $"{(string)intent["id"]!}_secret_{StripeIds.Random(25)}";
        intent["created"] = StripeShapes.Unix(books.Now);
        intent["amount"] = amount;
        intent["payment_method_types"] = methods;
        books.Tell("payment_intent.created", intent);
        return books.Add(SandboxObject.Intent, intent);
    }
}
