using Microsoft.AspNetCore.Routing;

namespace Tourism.Pos.Http;

/// <summary>
/// One line for every request that went wrong. It names the route, never the address: addresses of public pages are keys to what
/// they show, and queries may hold a card.
/// </summary>
internal sealed partial class RequestLog(RequestDelegate next, TimeProvider clock, ILogger<RequestLog> log)
{
    public async Task InvokeAsync(HttpContext context)
    {
        var began = clock.GetTimestamp();
        await next(context);
        var status = context.Response.StatusCode;
        if (status < StatusCodes.Status400BadRequest)
            return;
        var route = (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "(none)";
        Answered(log, status >= StatusCodes.Status500InternalServerError ? LogLevel.Error : LogLevel.Information,
            context.Request.Method, route, status, clock.GetElapsedTime(began).TotalMilliseconds);
    }

    [LoggerMessage(Message = "{Method} {Route} answered {Status} after {Milliseconds:F1} ms")]
    private static partial void Answered(ILogger log, LogLevel level, string method, string route, int status, double milliseconds);
}
