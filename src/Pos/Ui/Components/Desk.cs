using Microsoft.AspNetCore.Components;
using Tourism.Kernel;
using Tourism.Pos.Shared.Wire;
using Tourism.Pos.Ui.Api;
using Tourism.Pos.Ui.Words;

namespace Tourism.Pos.Ui.Components;

/// <summary>A component that works with the server: whether something is on its way, what went wrong, and an end to both when it goes.</summary>
public abstract class Desk : Spoken
{
    private readonly CancellationTokenSource _gone = new();

    /// <summary>The server.</summary>
    [Inject]
    public ApiClient Api { get; set; } = default!;

    /// <summary>The clock.</summary>
    [Inject]
    public TimeProvider Time { get; set; } = default!;

    /// <summary>A write is on its way: what would send another waits.</summary>
    protected bool Sending { get; set; }

    /// <summary>Why the last request brought nothing; <c>null</c> if it did.</summary>
    protected Problem? Problem { get; set; }

    /// <summary>Ends when the desk goes: nobody reads what comes after.</summary>
    protected CancellationToken Gone => _gone.Token;

    /// <summary>The business date.</summary>
    protected DateOnly Today => BusinessDate.Of(Time.UtcMicros());

    /// <inheritdoc/>
    protected override void Leave() => _gone.Cancel();

    /// <summary>Reads; <c>null</c> with a <see cref="Problem"/>.</summary>
    protected async Task<T?> ReadAsync<T>(string path) where T : class
    {
        var answer = await Api.GetAsync<T>(path, Gone);
        Problem = answer.Problem;
        return answer.Ok ? answer.Value : null;
    }

    /// <summary>What is sold today and where.</summary>
    protected Task<CatalogueView?> ReadCatalogueAsync() => ReadAsync<CatalogueView>("/api/v1/catalogue");

    /// <summary>The sites as tills see them; none with a <see cref="Problem"/>.</summary>
    protected async Task<IReadOnlyList<SiteView>> ReadSitesAsync() => (await ReadCatalogueAsync())?.Sites ?? [];

    /// <summary>The sites that this person's office keeps; none with a <see cref="Problem"/>.</summary>
    protected async Task<IReadOnlyList<KeptSiteView>> ReadKeptSitesAsync() => await ReadAsync<IReadOnlyList<KeptSiteView>>("/api/v1/sites") ?? [];

    /// <summary>Writes. What somebody pressed is sent to its end, also when they leave the desk.</summary>
    protected Task<Answer<T>> PutAsync<T>(string path, object? body = null) => SendAsync(() => Api.PutAsync<T>(path, body));

    /// <summary>Ends something.</summary>
    protected Task<Answer<T>> DeleteAsync<T>(string path) => SendAsync(() => Api.DeleteAsync<T>(path));

    /// <summary>Writes, whatever way.</summary>
    protected async Task<Answer<T>> SendAsync<T>(Func<Task<Answer<T>>> send)
    {
        Sending = true;
        var answer = await send();
        (Sending, Problem) = (false, answer.Problem);
        return answer;
    }

    /// <summary>Writes and then reads again, also after a refusal: somebody else may have changed what is shown. Why the write failed stays.</summary>
    protected async Task<Answer<T>> SendAsync<T>(Func<Task<Answer<T>>> send, Func<Task> read)
    {
        Sending = true;
        var answer = await send();
        await read();
        (Sending, Problem) = (false, answer.Problem ?? Problem);
        return answer;
    }

    /// <summary>Lets some time go by; <c>false</c> when the desk has gone meanwhile.</summary>
    protected async Task<bool> WaitAsync(TimeSpan pause)
    {
        await Task.Delay(pause, Time, Gone).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        return !Gone.IsCancellationRequested;
    }
}
