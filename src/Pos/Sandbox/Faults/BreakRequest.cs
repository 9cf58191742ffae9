using Microsoft.EntityFrameworkCore;
using Tourism.Pos.Persistence;

namespace Tourism.Pos.Sandbox.Faults;

/// <summary>Stands at the door of the API and lets go wrong what was set to go wrong.</summary>
internal sealed class BreakRequest(SandboxDesk desk, IDbContextFactory<PosDbContext> contexts) : IEndpointFilter
{
    /// <summary>Tells tests and people that this answer is no answer of the real provider.</summary>
    public const string Header = "Sandbox-Fault";

    private const string Page = "<html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1></body></html>";

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (await TakeAsync(await SandboxRequest.ReadAsync(http.Request, http.RequestAborted), http.RequestAborted) is not { } fault)
            return await next(context);
        http.Response.Headers[Header] = fault.Kind.ToString();
        if (fault.Kind == SandboxFaultKind.Delay)
            await Task.Delay(TimeSpan.FromMilliseconds(fault.Milliseconds), TimeProvider.System, http.RequestAborted);
        if (fault.Kind == SandboxFaultKind.Error && !HttpMethods.IsGet(http.Request.Method))
            http.Items[typeof(SandboxFault)] = fault;
        else if (!fault.Acts)
            return Answer(http, fault, null);
        return Answer(http, fault, await next(context) as StripeReply);
    }

    /// <summary>The 500 that the desk has to keep under the request's key.</summary>
    public static SandboxFault? Due(HttpRequest request) => request.HttpContext.Items[typeof(SandboxFault)] as SandboxFault;

    private async Task<SandboxFault?> TakeAsync(SandboxRequest request, CancellationToken ct)
    {
        await using (var db = await contexts.CreateDbContextAsync(ct))
        {
            if (!(await SandboxControls.ReadAsync(db, ct)).Faults.Any(fault => fault.Fits(request)))
                return null;
        }

        // Another request may have taken it meanwhile.
        return (await desk.WriteAsync<SandboxFault?>(async books =>
            await SandboxControls.ChangeAsync(books, controls => controls.Take(fault => fault.Fits(request)), ct), null, ct)).Value;
    }

    private static IResult Answer(HttpContext http, SandboxFault fault, StripeReply? reply)
    {
        switch (fault.Kind)
        {
            case SandboxFaultKind.Timeout:
                http.Abort();
                return Results.Empty;
            case SandboxFaultKind.Conflict: return StripeFault.InFlight("busy").Reply;
            case SandboxFaultKind.RateLimit: return StripeFault.TooMany().Reply;
            case SandboxFaultKind.BadGateway: return Results.Content(Page, "text/html", statusCode: StatusCodes.Status502BadGateway);
            case SandboxFaultKind.Truncated when reply is not null: return reply with { Body = reply.Body[..(reply.Body.Length / 2)] };
            default: return reply ?? StripeFault.Broken().Reply;
        }
    }
}
