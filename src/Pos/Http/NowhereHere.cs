using Tourism.Kernel;
using Tourism.Kernel.Server.Http;
using Tourism.Pos.Public;

namespace Tourism.Pos.Http;

/// <summary>Answers addresses that lead nowhere: programs get a problem, people a page.</summary>
internal static class NowhereHere
{
    private static readonly string[] ForPrograms = ["/api", "/webhooks", "/sandbox/stripe", "/openapi"];

    public static void MapNowhere(this WebApplication app) => app.MapFallback(AnswerAsync).AllowAnonymous();

    private static async Task<IResult> AnswerAsync(HttpContext context, PublicPages pages) =>
        ForPrograms.Any(root => context.Request.Path.StartsWithSegments(root))
            ? TypedResults.Problem(Problems.Of(new NoSuchAddress(context.Request.Path), context))
            : PublicPages.Missing(context, await pages.FrameAsync(context));

    private sealed record NoSuchAddress(string Path) : Failure(
        "no-such-address", FailureKind.NotFound, $"「{Path}」というアドレスはありません。", $"There is nothing at '{Path}'. The API is described at /openapi/v1.json.");
}
