using Tourism.Pos.Public;

namespace Tourism.Pos.Sandbox;

/// <summary>
/// The form in which a shop's owner says who they are. Its address holds a link that nobody can guess and there is no sign-in to ride on: it needs no
/// antiforgery token.
/// </summary>
internal static class SandboxConnect
{
    private const string Route = "/sandbox/connect/{link}";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(Route, ShowAsync).AllowAnonymous().ExcludeFromDescription();
        app.MapPost(Route, FinishAsync).AllowAnonymous().ExcludeFromDescription();
    }

    private static async Task<IResult> ShowAsync(string link, HttpContext context, FillConnectForm fill, PublicPages pages, CancellationToken ct)
    {
        var frame = await pages.FrameAsync(context);
        return await fill.FindAsync(link, ct) is { } account
            ? PublicPages.Show<ConnectPage>(context, frame, new() { ["Shop"] = (string?)account["business_profile"]?["name"] })
            : PublicPages.Missing(context, frame);
    }

    private static async Task<IResult> FinishAsync(string link, HttpContext context, FillConnectForm fill, PublicPages pages, CancellationToken ct)
    {
        var form = context.Request.HasFormContentType ? await context.Request.ReadFormAsync(ct) : FormCollection.Empty;
        return await fill.FinishAsync(link, verified: form["act"] == "verified", ct) is { } back
            ? Results.Redirect(back)
            : PublicPages.Missing(context, await pages.FrameAsync(context));
    }
}
