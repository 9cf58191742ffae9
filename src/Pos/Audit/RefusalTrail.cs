using Microsoft.AspNetCore.Routing;
using Tourism.Pos.Access;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Audit;

/// <summary>Writes down who asked for what is not theirs, at most once a minute for a person and a route.</summary>
internal sealed class RefusalTrail(RequestDelegate next, KeepTrail trail, TimeProvider clock)
{
    private readonly OnceAMinute<(string Person, string Route)> _told = new(clock);

    public async Task InvokeAsync(HttpContext context)
    {
        await next(context);
        if (context.Response.StatusCode != StatusCodes.Status403Forbidden || context.User.Identity is not { IsAuthenticated: true })
            return;
        var route = $"{context.Request.Method} {(context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "(none)"}";
        if (_told.IsDue((context.User.Code(), route)))
            await trail.HandleAsync(Deed.Denied, context.User.Actor(), route, CancellationToken.None);
    }
}
