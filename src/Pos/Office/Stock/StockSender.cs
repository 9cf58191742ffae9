using Tourism.Kernel;
using Tourism.Pos.Shared.Wire;
using Tourism.Pos.Ui.Api;

namespace Tourism.Pos.Office.Stock;

/// <summary>Sends entries. One that may have arrived keeps its name and its time until the server has answered, so that pressing again enters it once.</summary>
public sealed class StockSender(ApiClient api, TimeProvider time)
{
    private readonly WriteName _name = new();
    private StockMoveRequest? _unsure;

    /// <summary>Sends what somebody just pressed.</summary>
    /// <param name="site">Site code.</param>
    /// <param name="wish">What happened; its time is set here.</param>
    public async Task<Answer<StockMoveView>> SendAsync(string site, StockMoveRequest wish)
    {
        var request = _unsure is { } unsure && unsure == wish with { OccurredAt = unsure.OccurredAt } ? unsure : wish with { OccurredAt = time.UtcMicros() };
        var answer = await api.PutAsync<StockMoveView>($"/api/v1/sites/{site}/stock/moves/{_name.For(request)}", request);
        _name.Answered(answer.Problem);
        _unsure = answer.Problem is { MayRepeat: true } ? request : null;
        return answer;
    }
}
