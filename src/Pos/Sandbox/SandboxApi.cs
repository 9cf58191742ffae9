using System.Security.Cryptography;
using System.Text;
using Tourism.Pos.Payments;
using Tourism.Pos.Sandbox.Endpoints;
using Tourism.Pos.Sandbox.Faults;
using Tourism.Pos.Sandbox.Intents;
using Tourism.Pos.Sandbox.Money;
using Tourism.Pos.Sandbox.Readers;

namespace Tourism.Pos.Sandbox;

/// <summary>The part of the provider's HTTP API that this product uses.</summary>
internal static class SandboxApi
{
    public static void Map(IEndpointRouteBuilder app)
    {
        var group = app.MapGroup(SandboxStripe.Path + "/v1").AllowAnonymous().ExcludeFromDescription().AddEndpointFilter(WithKeyAsync)
            .AddEndpointFilter((context, next) => context.HttpContext.RequestServices.GetRequiredService<BreakRequest>().InvokeAsync(context, next));
        var api = new SandboxRoutes(group);
        Payments(api);
        Money(api);
        Terminal(api);
        Connect(api);
        group.MapGet("events", (HttpRequest request, SandboxReads reads, CancellationToken ct) => reads.EventsAsync(new(request.Query), ct));
        group.MapGet("events/{id}", (string id, SandboxReads reads, CancellationToken ct) => reads.EventAsync(id, ct));
        group.Map("{**rest}", (HttpRequest request) => StripeFault.NoSuchPath(request.Method, request.Path).Reply);
    }

    private static void Payments(SandboxRoutes api)
    {
        api.Post("checkout/sessions", SandboxSessions.CreateAsync);
        api.Post("checkout/sessions/{id}/expire", SandboxSessions.ExpireAsync);
        api.Get("checkout/sessions", SandboxSessions.ListAsync);
        api.Get("checkout/sessions/{id}", SandboxSessions.RetrieveAsync);
        api.Post("payment_intents", CreateIntent.HandleAsync);
        api.Post("payment_intents/{id}/capture", CaptureIntent.HandleAsync);
        api.Post("payment_intents/{id}/cancel", CancelIntent.HandleAsync);
        api.Shelf("payment_intents", SandboxObject.Intent);
        api.Shelf("charges", SandboxObject.Charge);
        api.Post("refunds", CreateRefund.HandleAsync);
        api.Shelf("refunds", SandboxObject.Refund);
    }

    private static void Money(SandboxRoutes api)
    {
        api.Get("balance", SandboxLedger.ShowBalanceAsync);
        api.Shelf("balance_transactions", SandboxObject.Movement);
        api.Post("transfers", CreateTransfer.HandleAsync);
        api.Shelf("transfers", SandboxObject.Transfer);
        api.Post("transfers/{id}/reversals", ReverseTransfer.HandleAsync);
        api.Get("transfers/{id}/reversals", ReverseTransfer.ListAsync);
        api.Post("payouts", SandboxPayouts.CreateAsync);
        api.Shelf("payouts", SandboxObject.Payout);
    }

    private static void Terminal(SandboxRoutes api)
    {
        api.Post("terminal/locations", CreateLocation.HandleAsync);
        api.Get("terminal/locations", SandboxReaders.LocationsAsync);
        api.Get("terminal/locations/{id}", SandboxReaders.LocationAsync);
        api.Post("terminal/readers", CreateReader.HandleAsync);
        api.Get("terminal/readers", SandboxReaders.ListAsync);
        api.Get("terminal/readers/{id}", SandboxReaders.RetrieveAsync);
        api.Post("terminal/readers/{id}/process_payment_intent", ProcessOnReader.HandleAsync);
        api.Post("terminal/readers/{id}/cancel_action", CancelOnReader.HandleAsync);
        api.Post("terminal/readers/{id}/set_reader_display", ShowOnReader.HandleAsync);
        api.Post("test_helpers/terminal/readers/{id}/present_payment_method", PresentCard.HandleAsync);
    }

    private static void Connect(SandboxRoutes api)
    {
        api.Post("accounts", SandboxAccounts.CreateAsync);
        api.Shelf("accounts", SandboxObject.Account);
        api.Post("account_links", SandboxAccounts.LinkAsync);
        api.Post("webhook_endpoints", SandboxEndpoints.CreateAsync);
        api.Post("webhook_endpoints/{id}", SandboxEndpoints.UpdateAsync);
        api.Delete("webhook_endpoints/{id}", SandboxEndpoints.DeleteAsync);
        api.Shelf("webhook_endpoints", SandboxObject.Endpoint);
    }

    public static async ValueTask<object?> WithKeyAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var wanted = "Bearer " + (await http.RequestServices.GetRequiredService<IStripeAccess>().GetAsync(http.RequestAborted)).ApiKey;
        var given = http.Request.Headers.Authorization.ToString();
        return CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given), Encoding.UTF8.GetBytes(wanted))
            ? await next(context)
            : StripeFault.WrongKey().Reply;
    }
}
