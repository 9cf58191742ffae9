using System.Text;
using Microsoft.EntityFrameworkCore;
using Stripe;
using Tourism.Kernel;
using Tourism.Kernel.Server.Persistence;
using Tourism.Pos.Payments;
using Tourism.Pos.Persistence;

namespace Tourism.Pos.Sandbox;

/// <summary>Posts signed events to this host's own webhook until it takes them, as the provider would.</summary>
internal sealed partial class DeliverSandboxEvents(
    IDbContextFactory<PosDbContext> contexts, Writer<PosDbContext> writer, IStripeAccess access, OwnAddress own, IHttpClientFactory http,
    TimeProvider clock, ILogger<DeliverSandboxEvents> log) : IRound
{
    public const string HttpName = "sandbox-webhooks";
    private const int Batch = 50;

    public async Task<int> RunAsync(CancellationToken ct)
    {
        var posted = 0;
        foreach (var told in await DueAsync(ct))
        {
            if (!(await ChangeAsync(told.Seq, (row, now) => row.TryLease(now), ct)).Value)
                continue;
            var taken = await PostAsync(told, ct);
            await ChangeAsync(told.Seq, (row, now) => { row.Settle(taken, now); return true; }, ct);
            posted++;
        }

        return posted;
    }

    private async Task<List<SandboxEvent>> DueAsync(CancellationToken ct)
    {
        var now = clock.UtcMicros();
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.Set<SandboxEvent>().AsNoTracking().Where(row => row.NextTryAt <= now).OrderBy(row => row.Seq).Take(Batch).ToListAsync(ct);
    }

    private async Task<bool> PostAsync(SandboxEvent told, CancellationToken ct)
    {
        var secret = (await access.GetAsync(ct)).WebhookSecrets[0];
        using var request = new HttpRequestMessage(HttpMethod.Post, own.Find() + "/webhooks/stripe");
        request.Content = new StringContent(told.Body, Encoding.UTF8, "application/json");
        request.Headers.Add("Stripe-Signature", EventUtility.GenerateSignatureHeader(told.Body, secret, clock.GetUtcNow().ToUnixTimeSeconds()));
        try
        {
            using var client = http.CreateClient(HttpName);
            using var answer = await client.SendAsync(request, ct);
            return answer.IsSuccessStatusCode;
        }
        catch (Exception error) when (error is HttpRequestException or OperationCanceledException && !ct.IsCancellationRequested)
        {
            NotTaken(log, told.Id, error.Message);
            return false;
        }
    }

    private Task<Result<bool>> ChangeAsync(long seq, Func<SandboxEvent, DateTime, bool> change, CancellationToken ct) => writer.RunAsync<bool>(async db =>
        change(await db.Set<SandboxEvent>().SingleAsync(row => row.Seq == seq, ct), clock.UtcMicros()), ct);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Sandbox event {Event} was not taken: {Reason}")]
    private static partial void NotTaken(ILogger log, string @event, string reason);
}
