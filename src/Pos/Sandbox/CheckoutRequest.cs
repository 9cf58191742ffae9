using System.Globalization;
using System.Text.Json.Nodes;
using Tourism.Kernel;
using Tourism.Pos.Sandbox.Intents;

namespace Tourism.Pos.Sandbox;

/// <summary>Reads and checks the request for a session as strictly as the provider does, so that a mistake shows before a real account sees it.</summary>
internal static class CheckoutRequest
{
    private static readonly HashSet<string> Known =
    [
        "mode", "ui_mode", "success_url", "cancel_url", "client_reference_id", "locale", "expires_at", "allowed_payment_method_types[]", "metadata[*]",
        "payment_intent_data[metadata][*]", "payment_intent_data[transfer_data][destination]", "payment_intent_data[transfer_data][amount]",
        "payment_intent_data[transfer_group]", "payment_intent_data[on_behalf_of]", "payment_intent_data[application_fee_amount]",
        "payment_intent_data[description]", "branding_settings[display_name]", "expand[]", "line_items[][quantity]", "line_items[][price_data][currency]",
        "line_items[][price_data][unit_amount]", "line_items[][price_data][product_data][name]",
    ];

    private static readonly HashSet<string> Locales = ["auto", "ja", "en", "ko", "zh", "zh-TW", "zh-HK"];
    private static readonly TimeSpan Shortest = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan Longest = TimeSpan.FromHours(24);

    public static Result<JsonObject> Read(StripeForm form, DateTime now)
    {
        if (Refusal(form, now) is { } refused)
            return refused;
        var amount = Amount(form);
        return amount.Ok ? Session(form, amount.Value, now) : amount.Failure;
    }

    /// <summary>Where a session keeps a parameter of its intent.</summary>
    public static string OfIntent(string name) => $"payment_intent_data[{name}]";

    /// <summary>What the intent will be, which the provider makes when somebody first tries to pay.</summary>
    public static JsonObject IntentToCome(StripeForm form)
    {
        var intent = new JsonObject { ["metadata"] = StripeShapes.Map(form.Map("payment_intent_data[metadata]")) };
        IntentTerms.Write(form, intent, OfIntent);
        return intent;
    }

    private static StripeFault? Refusal(StripeForm form, DateTime now)
    {
        if (SandboxRules.OldMethods(form) is { } old)
            return old;
        if (form.Unknown(Known) is { } unknown)
            return StripeFault.Unknown(unknown);
        if (form.Text("mode") != "payment")
            return StripeFault.Invalid("This sandbox knows mode=payment only.", "mode");
        if (form.Text("success_url") is null)
            return StripeFault.Missing("success_url");
        if (form.Text("ui_mode") is not (null or "hosted_page"))
            return StripeFault.Invalid("This sandbox knows ui_mode=hosted_page only.", "ui_mode");
        if (form.Text("locale") is { } locale && !Locales.Contains(locale))
            return StripeFault.Invalid($"Invalid locale: {locale}", "locale");
        return SandboxRules.Metadata(form) ?? SandboxRules.Metadata(form, "payment_intent_data[metadata]") ?? Expiry(form, now);
    }

    private static StripeFault? Expiry(StripeForm form, DateTime now)
    {
        if (form.Text("expires_at") is null)
            return null;
        var life = (form.Number("expires_at") ?? 0) - StripeShapes.Unix(now);
        return life >= Shortest.TotalSeconds && life <= Longest.TotalSeconds
            ? null
            : StripeFault.Invalid("expires_at must be between 30 minutes and 24 hours from now.", "expires_at");
    }

    private static Result<long> Amount(StripeForm form)
    {
        long total = 0;
        for (var at = 0; form.Keys.Any(key => key.StartsWith(Line(at), StringComparison.Ordinal)); at++)
        {
            if (form.Text($"{Line(at)}[price_data][product_data][name]") is null)
                return StripeFault.Missing($"{Line(at)}[price_data][product_data][name]");
            if (form.Text($"{Line(at)}[price_data][currency]") != "jpy")
                return StripeFault.Invalid("This sandbox knows jpy only.", $"{Line(at)}[price_data][currency]");
            if (form.Number($"{Line(at)}[price_data][unit_amount]") is not (>= 0 and <= 99_999_999) || form.Number($"{Line(at)}[quantity]") is not (>= 1 and <= 999_999))
                return StripeFault.Invalid("Invalid integer.", Line(at), "parameter_invalid_integer");
            total += form.Number($"{Line(at)}[price_data][unit_amount]")!.Value * form.Number($"{Line(at)}[quantity]")!.Value;
        }

        return SandboxRules.Amount(total, "line_items") is { } refused ? refused : total;
    }

    private static string Line(int at) => string.Create(CultureInfo.InvariantCulture, $"line_items[{at}]");

    private static JsonObject Session(StripeForm form, long amount, DateTime now)
    {
        var allowed = form.List("allowed_payment_method_types");
        var session = StripeShapes.Session();
        session["id"] = StripeIds.Session();
        session["created"] = StripeShapes.Unix(now);
        session["expires_at"] = form.Number("expires_at") ?? StripeShapes.Unix(now + Longest);
        session["amount_subtotal"] = amount;
        session["amount_total"] = amount;
        session["payment_method_types"] = SandboxRules.MethodsFor(allowed);
        if (allowed.Count > 0)
            session["allowed_payment_method_types"] = StripeShapes.List(allowed);
        foreach (var name in new[] { "success_url", "cancel_url", "client_reference_id", "locale" })
            session[name] = form.Text(name);
        session["metadata"] = StripeShapes.Map(form.Map("metadata"));
        if (form.Text("branding_settings[display_name]") is { } merchant)
            session["branding_settings"] = Branding(merchant);
        return session;
    }

    private static JsonObject Branding(string merchant) => new()
    {
        ["background_color"] = "#ffffff", ["border_style"] = "rounded", ["button_color"] = "#0b5f6b", ["display_name"] = merchant,
        ["font_family"] = "default", ["icon"] = null, ["logo"] = null,
    };
}
