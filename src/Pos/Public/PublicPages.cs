using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;
using Tourism.Kernel.Server.Hosting;
using Tourism.Kernel.Server.Http;
using Tourism.Pos.Catalogue;

namespace Tourism.Pos.Public;

/// <summary>Renders a public page: in the visitor's language, not indexed, and telling no other site where the visitor came from.</summary>
internal sealed class PublicPages(CatalogueStore catalogue, IOptions<TourismOptions> options)
{
    public async Task<PublicFrame> FrameAsync(HttpContext context)
    {
        var city = (await catalogue.GetAsync(context.RequestAborted)).City;
        var mark = options.Value.HasSandbox ? options.Value.Mode.ToString().ToLowerInvariant() : null;
        return new PublicFrame(Languages.OfVisitor(context), city, mark);
    }

    public static IResult Show<TPage>(HttpContext context, PublicFrame frame, Dictionary<string, object?> parameters, int status = StatusCodes.Status200OK)
        where TPage : IComponent
    {
        context.Response.Headers["Referrer-Policy"] = "no-referrer";
        context.Response.Headers["X-Robots-Tag"] = "noindex";
        context.Response.Headers.CacheControl = "no-store";
        parameters["Frame"] = frame;
        return new RazorComponentResult<TPage>(parameters) { StatusCode = status };
    }

    /// <summary>Another page, so that reloading it sends nothing twice.</summary>
    public static IResult GoTo(HttpContext context, string address)
    {
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers.Location = address;
        return TypedResults.StatusCode(StatusCodes.Status303SeeOther);
    }

    /// <summary>Too many of one address at a time.</summary>
    public async Task<IResult> BusyAsync(HttpContext context) => Show<BusyPage>(context, await FrameAsync(context), [], StatusCodes.Status429TooManyRequests);

    public static IResult Missing(HttpContext context, PublicFrame frame) =>
        Show<NotFoundPage>(context, frame, [], StatusCodes.Status404NotFound);
}
