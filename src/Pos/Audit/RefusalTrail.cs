using System.Collections.Concurrent;
using Microsoft.AspNetCore.Routing;
using Tourism.Pos.Access;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Audit;

/// <summary>
/// Writes down who asked for what is not theirs, at most once a minute for a person and a route: an app that repeats itself must not fill
/// the trail.
/// </summary>
internal sealed class RefusalTrail(RequestDelegate next, KeepTrail trail, TimeProvider clock)
{
    private const int MostKept = 10_000;
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);
    private readonly ConcurrentDictionary<(string Person, string Route), long> _told = new();

    public async Task InvokeAsync(HttpContext context)
    {
        await next(context);
        if (context.Response.StatusCode != StatusCodes.Status403Forbidden || context.User.Identity is not { IsAuthenticated: true })
            return;
        var route = $"{context.Request.Method} {(context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "(none)"}";
        if (IsNew((context.User.Code(), route)))
            await trail.HandleAsync(Deed.Denied, context.User.Actor(), route, CancellationToken.None);
    }

    private bool IsNew((string Person, string Route) refusal)
    {
        if (_told.Count > MostKept)
            _told.Clear();
        var now = clock.GetTimestamp();
        var told = _told.AddOrUpdate(refusal, now, (_, last) => clock.GetElapsedTime(last, now) < Pause ? last : now);
        return told == now;
    }
}
