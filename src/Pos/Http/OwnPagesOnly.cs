using Tourism.Kernel;
using Tourism.Kernel.Server.Http;
using Tourism.Points.Contracts;

namespace Tourism.Pos.Http;

/// <summary>
/// Pages of other sites do not write through the API, or on the members' page, with the cookie of whoever looks at them. Browsers say where a request comes from
/// (Fetch Metadata, W3C); programs say nothing and have no cookie of anybody.
/// </summary>
internal sealed class OwnPagesOnly(RequestDelegate next)
{
    private const string Header = "Sec-Fetch-Site";
    private static readonly string[] Guarded = ["/api", MemberSession.Page];

    public Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        var reads = HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || HttpMethods.IsOptions(request.Method);
        return !reads && Guarded.Any(root => request.Path.StartsWithSegments(root)) && (request.Headers[Header].ToString() is "cross-site" or "same-site")
            ? Problems.WriteAsync(new OtherSite(), StatusCodes.Status403Forbidden, context)
            : next(context);
    }

    private sealed record OtherSite() : Failure(
        "other-site", FailureKind.Forbidden, "ほかのサイトのページからの操作は受け付けません。この画面を直接開いてやり直してください。",
        "Pages of other sites may not do this. Open this system directly and try again.");
}
