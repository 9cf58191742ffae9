using System.Security.Cryptography;
using System.Text;
using Tourism.Pos.Payments;

namespace Tourism.Pos.Sandbox;

/// <summary>The part of the provider's HTTP API that a till uses.</summary>
internal static class SandboxApi
{
    public static void Map(IEndpointRouteBuilder app)
    {
        var api = app.MapGroup(SandboxStripe.Path + "/v1").AllowAnonymous().ExcludeFromDescription().AddEndpointFilter(WithKeyAsync);
        api.MapPost("checkout/sessions", async (HttpRequest request, SandboxSessions sessions, CancellationToken ct) =>
            await sessions.CreateAsync(Key(request), await FormAsync(request, ct), ct));
        api.MapPost("checkout/sessions/{id}/expire", async (string id, HttpRequest request, SandboxSessions sessions, CancellationToken ct) =>
            await sessions.ExpireAsync(Key(request), id, await FormAsync(request, ct), ct));
        api.MapGet("checkout/sessions", (HttpRequest request, SandboxSessions sessions, CancellationToken ct) => sessions.ListAsync(new(request.Query), ct));
        api.MapGet("checkout/sessions/{id}", (string id, HttpRequest request, SandboxSessions sessions, CancellationToken ct) =>
            sessions.RetrieveAsync(id, new(request.Query), ct));
        api.MapGet("payment_intents", (HttpRequest request, SandboxReads reads, CancellationToken ct) => reads.IntentsAsync(new(request.Query), ct));
        api.MapGet("payment_intents/{id}", (string id, SandboxReads reads, CancellationToken ct) => reads.IntentAsync(id, ct));
        api.MapPost("refunds", async (HttpRequest request, SandboxRefunds refunds, CancellationToken ct) =>
            await refunds.CreateAsync(Key(request), await FormAsync(request, ct), ct));
        api.MapGet("refunds", (HttpRequest request, SandboxRefunds refunds, CancellationToken ct) => refunds.ListAsync(new(request.Query), ct));
        api.MapGet("refunds/{id}", (string id, SandboxRefunds refunds, CancellationToken ct) => refunds.RetrieveAsync(id, ct));
        api.MapPost("accounts", async (HttpRequest request, SandboxAccounts accounts, CancellationToken ct) =>
            await accounts.CreateAsync(Key(request), await FormAsync(request, ct), ct));
        api.MapGet("accounts/{id}", (string id, SandboxAccounts accounts, CancellationToken ct) => accounts.RetrieveAsync(id, ct));
        api.MapPost("account_links", async (HttpRequest request, SandboxAccounts accounts, CancellationToken ct) =>
            await accounts.LinkAsync(Key(request), await FormAsync(request, ct), ct));
        api.MapGet("events", (HttpRequest request, SandboxReads reads, CancellationToken ct) => reads.EventsAsync(new(request.Query), ct));
        api.MapGet("events/{id}", (string id, SandboxReads reads, CancellationToken ct) => reads.EventAsync(id, ct));
        api.Map("{**rest}", (HttpRequest request) => StripeFault.NoSuchPath(request.Method, request.Path).Reply);
    }

    private static string? Key(HttpRequest request) => request.Headers["Idempotency-Key"].ToString() is { Length: > 0 } key ? key : null;

    /// <summary>A request without parameters comes without a content type.</summary>
    private static async Task<StripeForm> FormAsync(HttpRequest request, CancellationToken ct) =>
        new(request.HasFormContentType ? await request.ReadFormAsync(ct) : FormCollection.Empty);

    private static async ValueTask<object?> WithKeyAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var wanted = "Bearer " + (await http.RequestServices.GetRequiredService<IStripeAccess>().GetAsync(http.RequestAborted)).ApiKey;
        var given = http.Request.Headers.Authorization.ToString();
        return CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given), Encoding.UTF8.GetBytes(wanted))
            ? await next(context)
            : StripeFault.WrongKey().Reply;
    }
}
