using Tourism.Kernel;
using Tourism.Pos.Shared.Wire;
using Tourism.Pos.Ui.Api;

namespace Tourism.Pos.Till.Sales;

/// <summary>Keeps the price beside the basket: asks when the tapping pauses, and only the latest question counts.</summary>
internal sealed class LiveQuote(ApiClient api, TimeProvider clock)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(120);
    private int _asked;

    /// <summary>The last price known; an older one until the new one is there.</summary>
    public Yen Total { get; private set; }

    /// <summary>True when <see cref="Total"/> is the price of what was asked last.</summary>
    public bool Fresh { get; private set; } = true;

    public Problem? Problem { get; private set; }

    public async Task AskAsync(string till, IReadOnlyList<LineRequest> lines)
    {
        var mine = ++_asked;
        if (lines.Count == 0)
        {
            (Total, Fresh, Problem) = (Yen.Zero, true, null);
            return;
        }

        Fresh = false;
        await Task.Delay(Pause, clock);
        if (mine != _asked)
            return;
        var answer = await api.PostAsync<QuoteView>("/api/v1/quotes", new QuoteRequest(till, lines));
        if (mine != _asked)
            return;
        Problem = answer.Problem;
        if (answer.Ok)
            (Total, Fresh) = (answer.Value.Total, true);
    }
}
