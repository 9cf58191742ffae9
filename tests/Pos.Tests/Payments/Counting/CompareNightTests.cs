using Microsoft.EntityFrameworkCore;
using Tourism.Pos.Payments.Counting;
using Tourism.Pos.Sandbox;

namespace Tourism.Pos.Tests.Payments.Counting;

/// <summary>Which days are compared, in pages, by hosts that die or are two.</summary>
public sealed class CompareNightTests
{
    private static readonly DateOnly Day = new(2026, 11, 23);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Day_ThatIsNotOver_OrNoPaymentYet_IsLeft()
    {
        await using var host = await PaymentHost.StartAsync();
        await host.CompareAsync();
        await host.PaidAsync();
        await host.CompareAsync();

        Assert.Empty((await host.CountedAsync()).Days);
    }

    [Fact]
    public async Task Days_OnWhichTheMachineWasOff_AreCaughtUp()
    {
        await using var host = await PaymentHost.StartAsync();
        await host.PaidAsync();

        await host.NightAsync(days: 3);

        Assert.Equal([Day.AddDays(2), Day.AddDays(1), Day], (await host.CountedAsync()).Days.Select(day => day.Day));
    }

    [Fact]
    public async Task Pages_BeyondTheFirst_AreReadToo()
    {
        await using var host = await PaymentHost.StartAsync();
        var intent = (await host.LoadAsync(await host.PaidAsync())).Attempt.IntentId!;
        await host.ChangeAsync(async db =>
        {
            var one = await db.Set<SandboxObject>().SingleAsync(row => row.Id == intent, Ct);
            for (var copy = 0; copy < 230; copy++)
            {
                var json = one.Read();
                (json["id"], json["metadata"]) = ($"pi_copy{copy}", new System.Text.Json.Nodes.JsonObject());
                db.Add(new SandboxObject { Id = $"pi_copy{copy}", Kind = SandboxObject.Intent, CreatedAt = one.CreatedAt, Body = json.ToJsonString() });
            }
        });

        await host.NightAsync();

        Assert.Equal(231, Assert.Single((await host.CountedAsync()).Days).Theirs.Count);
        Assert.Equal(230, (await host.RowsAsync<MoneyDifference>()).Count);
    }

    [Fact]
    public async Task Night_BrokenOffOrRunTwiceAtOnce_WritesOnce()
    {
        await using var host = await PaymentHost.StartAsync();
        var intent = (await host.LoadAsync(await host.PaidAsync())).Attempt.IntentId!;
        await host.PaidUnheardAsync();
        await host.AtProviderAsync(intent, json => json["amount_received"] = 1299);
        host.Clock.Advance(TimeSpan.FromDays(1));
        using (var killed = new CancellationTokenSource())
        {
            await killed.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => host.Job("pos-compare-money").RunAsync(killed.Token));
        }

        host.Network.Fault = (request, pass) => request.RequestUri!.AbsolutePath.EndsWith("/refunds", StringComparison.Ordinal) ? throw new TaskCanceledException("timeout") : pass();
        await Assert.ThrowsAsync<TaskCanceledException>(host.CompareAsync);
        host.Network.Mend();
        Assert.Empty((await host.CountedAsync()).Days);
        await Task.WhenAll(host.CompareAsync(), host.CompareAsync());

        Assert.Single((await host.CountedAsync()).Days);
        Assert.Equal(2, (await host.RowsAsync<MoneyDifference>()).Count);
    }
}
