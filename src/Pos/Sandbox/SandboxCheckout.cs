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

    private static readonly (string Method, string Act, string Brand)[] Wallets =
        [("paypay", "wallet", "PayPay"), ("wechat_pay", "wechatpay", "WeChat Pay"), ("alipay", "alipay", "Alipay")];

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
        if (!Enum.TryParse<CheckoutAct>(form["act"], ignoreCase: true, out var act) || !Enum.IsDefined(act) || await pay.ActAsync(id, act, ct) is null)
            return PublicPages.Missing(context, frame);
        var session = (await pay.FindAsync(id, ct))!;
        return Status(session) == "complete"
            ? Results.Redirect((string)session["success_url"]!)
            : Page(context, frame, session, declined: act == CheckoutAct.Declined);
    }

    private static IResult Page(HttpContext context, PublicFrame frame, JsonObject session, bool declined)
    {
        var status = Status(session);
        return PublicPages.Show<CheckoutPage>(context, InLocale(context, frame, session), new()
        {
            ["Merchant"] = (string?)session["branding_settings"]?["display_name"],
            ["Amount"] = new Yen((long)session["amount_total"]!),
            ["Status"] = status,
            ["Declined"] = declined && status == "open",
            ["Wallets"] = Wallets.Where(wallet => session["payment_method_types"]!.AsArray().Any(method => (string)method! == wallet.Method))
                .Select(wallet => (wallet.Act, wallet.Brand)).ToList(),
            ["BackUrl"] = (string?)session[status is "complete" or "processing" or "unpaid" ? "success_url" : "cancel_url"],
        });
    }

    /// <summary>A session is complete for good while its wallet may still have to answer, and also when that wallet did not pay.</summary>
    private static string Status(JsonObject session) => ((string)session["status"]!, (string)session["payment_status"]!) switch
    {
        ("complete", "unpaid") => (string)session["payment_intent"]!["status"]! == "processing" ? "processing" : "unpaid",
        var (status, _) => status,
    };

    /// <summary>The merchant chose the visitor's language already; the visitor may choose another.</summary>
    private static PublicFrame InLocale(HttpContext context, PublicFrame frame, JsonObject session) =>
        context.Request.Query.ContainsKey("lang") || (string?)session["locale"] is not { } locale || locale == "auto"
            ? frame
            : frame with { Language = Language.Best([locale]) };
}
