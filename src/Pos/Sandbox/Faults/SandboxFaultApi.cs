using System.Text.Json;
using System.Text.Json.Nodes;
using Tourism.Kernel;
using Tourism.Pos.Sandbox.Money;
using Tourism.Pos.Sandbox.Readers;

namespace Tourism.Pos.Sandbox.Faults;

/// <summary>How to break the sandbox. It speaks JSON, wants the sandbox's own key, and is no part of the provider's API.</summary>
internal static class SandboxFaultApi
{
    private const string Path = "/sandbox/faults";
    private const long FarthestClock = 10L * 366 * 24 * 3600;
    private const int Most = SandboxFault.MostTimes;

    public static void Map(IEndpointRouteBuilder app)
    {
        var api = app.MapGroup(Path).AllowAnonymous().ExcludeFromDescription().AddEndpointFilter(SandboxApi.WithKeyAsync);
        api.MapGet("", (SandboxDesk desk, CancellationToken ct) => ChangeAsync(desk, _ => null, ct));
        api.MapDelete("", (SandboxDesk desk, CancellationToken ct) => ChangeAsync(desk, Mend, ct));
        api.MapPost("", Bound<SandboxFault>(Add));
        api.MapPut("clock", Bound<ClockOrder>(SetClock));
        api.MapPut("webhooks", Bound<WebhookTrouble>(SetWebhooks));
        api.MapPut("refunds", Bound<RefundOrder>(SetRefunds));
        api.MapPut("readers/{id}", On<ReaderOrder>(SandboxObject.Reader, (_, stored, order, _) => Task.FromResult(SetReader(stored, order))));
        api.MapPost("refunds/{id}", On<OutcomeOrder>(SandboxObject.Refund, (books, stored, order, ct) => SettleRefund.RunAsync(books, stored, order.Good, ct)));
        api.MapPost("payouts/{id}", On<OutcomeOrder>(SandboxObject.Payout, (books, stored, order, _) => Task.FromResult(SandboxPayouts.Settle(books, stored, order.Good))));
        api.MapPost("payouts", async (SandboxDesk desk, CancellationToken ct) =>
            Reply(await desk.WriteAsync(books => SandboxPayouts.MakeDailyAsync(books, ct), null, ct)));
    }

    private static StripeFault? Mend(SandboxControls controls)
    {
        (controls.Faults, controls.Webhooks, controls.FailingRefunds) = ([], new(), 0);
        return null;
    }

    private static StripeFault? Add(SandboxControls controls, SandboxFault fault)
    {
        if (fault.Refusal() is { } refused)
            return refused;
        controls.Faults.Add(fault);
        return null;
    }

    private static StripeFault? SetClock(SandboxControls controls, ClockOrder order)
    {
        if (order.Seconds is < 0 or > FarthestClock)
            return StripeFault.Invalid($"The clock may be 0 to {FarthestClock} seconds ahead.", "seconds");
        controls.Clock = order.Seconds;
        return null;
    }

    private static StripeFault? SetWebhooks(SandboxControls controls, WebhookTrouble order)
    {
        if (order.Drop is < 0 or > Most || order.Duplicate is < 0 or > Most || order.Reorder is < 0 or > Most)
            return StripeFault.Invalid($"Counts are 0 to {Most}.", "webhooks");
        controls.Webhooks = order;
        return null;
    }

    private static StripeFault? SetRefunds(SandboxControls controls, RefundOrder order)
    {
        if (order.Fail is < 0 or > Most)
            return StripeFault.Invalid($"Counts are 0 to {Most}.", "fail");
        controls.FailingRefunds = order.Fail;
        return null;
    }

    private static Result<JsonObject> SetReader(SandboxObject stored, ReaderOrder order)
    {
        if (!Enum.IsDefined(order.Mood))
            return StripeFault.Invalid("Unknown mood.", "mood");
        ReaderMoods.Set(stored, order.Mood);
        return stored.Read();
    }

    private static Delegate Bound<T>(Func<SandboxControls, T, StripeFault?> change) where T : class => async (HttpRequest request, SandboxDesk desk, CancellationToken ct) =>
        await ReadAsync<T>(request, ct) is { } order ? await ChangeAsync(desk, controls => change(controls, order), ct) : NotRead;

    private static Delegate On<T>(string kind, Func<SandboxBooks, SandboxObject, T, CancellationToken, Task<Result<JsonObject>>> act) where T : class =>
        async (string id, HttpRequest request, SandboxDesk desk, CancellationToken ct) => await ReadAsync<T>(request, ct) is not { } order ? NotRead : Reply(await desk.WriteAsync<JsonObject>(
            async books => await books.FindAsync(kind, id, ct) is { } stored ? await act(books, stored, order, ct) : StripeFault.NoSuch(kind, id), null, ct));

    private static StripeReply NotRead => StripeFault.Invalid("The body is not the JSON this address takes.", "body").Reply;

    private static async Task<StripeReply> ChangeAsync(SandboxDesk desk, Func<SandboxControls, StripeFault?> change, CancellationToken ct) =>
        Reply(await desk.WriteAsync<JsonObject>(async books => await SandboxControls.ChangeAsync<Result<JsonObject>>(
            books, controls => change(controls) is { } refused ? refused : controls.ToJson(), ct), null, ct));

    private static StripeReply Reply(Result<JsonObject> done) => done.Ok ? StripeReply.Of(done.Value) : ((StripeFault)done.Failure).Reply;

    private static async Task<T?> ReadAsync<T>(HttpRequest request, CancellationToken ct) where T : class
    {
        try
        {
            return await JsonSerializer.DeserializeAsync<T>(request.Body, Json.Options, ct);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private sealed record ClockOrder(long Seconds);

    private sealed record RefundOrder(int Fail);

    private sealed record ReaderOrder(ReaderMood Mood);

    private sealed record OutcomeOrder(bool Good);
}
