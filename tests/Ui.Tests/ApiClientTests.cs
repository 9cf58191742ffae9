using Microsoft.Extensions.DependencyInjection;
using Tourism.Pos.Shared.Wire;
using Tourism.Pos.Ui.Api;
using Tourism.Ui.Tests.Support;

namespace Tourism.Ui.Tests;

public sealed class ApiClientTests : StaffScreen
{
    private const string Line = "/api/v1/sites/momiji/arrivals/live";

    /// <summary>Whoever listens then asks in the ordinary way, which says what is wrong.</summary>
    [Fact]
    public async Task Listen_AnswerThatDoesNotBeginInTime_EndsWithoutAWord()
    {
        Server.On<ArrivalNews>("GET", Line, _ => throw new TaskCanceledException("100 seconds have passed."));

        Assert.Empty(await HeardAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Listen_LeftByWhoeverListens_IsNoBrokenLine()
    {
        using var left = new CancellationTokenSource();
        Server.On<ArrivalNews>("GET", Line, _ =>
        {
            left.Cancel();
            throw new TaskCanceledException("The screen was left.");
        });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => HeardAsync(left.Token));
    }

    private async Task<List<ArrivalNews>> HeardAsync(CancellationToken ct)
    {
        var heard = new List<ArrivalNews>();
        await foreach (var news in Services.GetRequiredService<ApiClient>().ListenAsync<ArrivalNews>(Line, ct))
            heard.Add(news);
        return heard;
    }
}
