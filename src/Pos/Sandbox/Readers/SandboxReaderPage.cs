using Tourism.Pos.Public;

namespace Tourism.Pos.Sandbox.Readers;

/// <summary>
/// A card reader on a screen. Anybody may hold a practice card to it: no money moves, there is no sign-in to ride on, and it needs no antiforgery token.
/// </summary>
internal static class SandboxReaderPage
{
    private const string Route = "/sandbox/reader/{id}";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(Route, ShowAsync).AllowAnonymous().ExcludeFromDescription();
        app.MapPost(Route, ActAsync).AllowAnonymous().ExcludeFromDescription();
    }

    private static async Task<IResult> ShowAsync(string id, HttpContext context, UseReader use, PublicPages pages, CancellationToken ct)
    {
        var frame = await pages.FrameAsync(context);
        return await use.LookAsync(id, ct) is { } screen
            ? Page(context, frame, screen)
            : PublicPages.Missing(context, frame);
    }

    private static IResult Page(HttpContext context, PublicFrame frame, ReaderScreen screen) => PublicPages.Show<ReaderPage>(context, frame, new()
    {
        ["Label"] = (string)screen.Reader["label"]!,
        ["Amount"] = screen.Amount,
        ["MayCancel"] = ReaderAction.CustomerMayCancel(screen.Reader),
        ["Saying"] = "reader-" + ((string?)screen.Reader["action"]?["status"] ?? "idle"),
        ["Mood"] = Name(screen.Mood),
        ["Moods"] = Enum.GetValues<ReaderMood>().Select(Name).ToArray(),
    });

    private static string Name(ReaderMood mood) => mood.ToString().ToLowerInvariant();

    /// <summary>Answers with the way back to the page, because that page renews itself and must not repeat what was pressed.</summary>
    private static async Task<IResult> ActAsync(string id, HttpContext context, UseReader use, PublicPages pages, CancellationToken ct)
    {
        var form = context.Request.HasFormContentType ? await context.Request.ReadFormAsync(ct) : FormCollection.Empty;
        return await PressAsync(id, form, use, ct) is null
            ? PublicPages.Missing(context, await pages.FrameAsync(context))
            : Results.LocalRedirect(context.Request.Path + context.Request.QueryString);
    }

    private static async Task<ReaderScreen?> PressAsync(string id, IFormCollection form, UseReader use, CancellationToken ct) =>
        Enum.TryParse<ReaderAct>(form["act"], ignoreCase: true, out var act) && Enum.IsDefined(act) ? await use.ActAsync(id, act, ct)
        : Enum.TryParse<ReaderMood>(form["mood"], ignoreCase: true, out var mood) && Enum.IsDefined(mood) ? await use.SwitchAsync(id, mood, ct)
        : null;
}
