using System.Text.Json.Nodes;
using Tourism.Kernel;
using Tourism.Pos.Public;

namespace Tourism.Pos.Sandbox;

/// <summary>
/// The payment page. Its address holds a session id that nobody can guess and there is no sign-in to ride on, so a forged form could only
/// do what anyone with the QR code may do anyway: it needs no antiforgery token.
/// </summary>
internal static class SandboxCheckout
{
    private const string Route = "/sandbox/checkout/{id}";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(Route, ShowAsync).AllowAnonymous().ExcludeFromDescription();
        app.MapPost(Route, ActAsync).AllowAnonymous().ExcludeFromDescription();
    }

    private static async Task<IResult> ShowAsync(string id, HttpContext context, PayCheckout pay, PublicPages pages, CancellationToken ct)
    {
        var frame = await pages.FrameAsync(context);
        return await pay.FindAsync(id, ct) is { } session ? Page(context, frame, session, declined: false) : PublicPages.Missing(context, frame);
    }

    private static async Task<IResult> ActAsync(string id, HttpContext context, PayCheckout pay, PublicPages pages, CancellationToken ct)
    {
        var frame = await pages.FrameAsync(context);
        var form = context.Request.HasFormContentType ? await context.Request.ReadFormAsync(ct) : FormCollection.Empty;
        if (!Enum.TryParse<CheckoutAct>(form["act"], ignoreCase: true, out var act) || await pay.ActAsync(id, act, ct) is not { } session)
            return PublicPages.Missing(context, frame);
        return (string)session["status"]! == "complete"
            ? Results.Redirect((string)session["success_url"]!)
            : Page(context, frame, session, declined: act == CheckoutAct.Declined);
    }

    private static IResult Page(HttpContext context, PublicFrame frame, JsonObject session, bool declined)
    {
        var status = (string)session["status"]!;
        return PublicPages.Show<CheckoutPage>(context, InLocale(context, frame, session), new()
        {
            ["Merchant"] = (string?)session["branding_settings"]?["display_name"],
            ["Amount"] = new Yen((long)session["amount_total"]!),
            ["Status"] = status,
            ["Declined"] = declined && status == "open",
            ["Wallet"] = session["payment_method_types"]!.AsArray().Any(method => (string)method! == "paypay"),
            ["BackUrl"] = (string?)session[status == "complete" ? "success_url" : "cancel_url"],
        });
    }

    /// <summary>The merchant chose the visitor's language already; the visitor may choose another.</summary>
    private static PublicFrame InLocale(HttpContext context, PublicFrame frame, JsonObject session) =>
        context.Request.Query.ContainsKey("lang") || (string?)session["locale"] is not { } locale || locale == "auto"
            ? frame
            : frame with { Language = Language.Best([locale]) };
}
