using Tourism.Pos.Shared.Wire;
using Tourism.Pos.Ui.Api;
using Tourism.Pos.Ui.Device;
using Tourism.Pos.Ui.Outbox;

namespace Tourism.Pos.Ui.Session;

/// <summary>
/// This browser as a device of a till or a gate: says how it is every minute, and does what it is told then. What it has not sent stays on it,
/// whatever happens to it.
/// </summary>
public sealed class OwnDevice(ApiClient api, IDeviceStore store, FactOutbox outbox, StaffSession session, IEnumerable<IForgetful> memories, TimeProvider clock) : IDisposable
{
    private const string Path = "/api/v1/device";
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    private readonly CancellationTokenSource _stop = new();
    private readonly OwnNotes _notes = new(store, clock);
    private Task? _contact;

    /// <summary>Raised when what this device is, or who may stand at it, has changed.</summary>
    public event Action? Changed;

    /// <summary>As the server told it last.</summary>
    public OwnDeviceView View { get; private set; } = new(OwnDeviceState.None);

    /// <summary>The server has answered the last time.</summary>
    public bool Reached { get; private set; }

    /// <summary>Sales and scans that are not sent, when they were counted last.</summary>
    public int Waiting { get; private set; }

    /// <summary>True for a device that is trusted.</summary>
    public bool Enrolled => View.State == OwnDeviceState.Active;

    /// <summary>True for one that was trusted once.</summary>
    public bool Revoked => View.State == OwnDeviceState.Revoked;

    /// <summary>Takes up what this browser knows of itself, and asks nobody.</summary>
    public async Task RestoreAsync()
    {
        if (await _notes.FindAsync() is { } kept)
            Take(kept);
    }

    /// <summary>Keeps in contact from now on.</summary>
    public async Task StayInContactAsync()
    {
        await ContactAsync();
        while (!_stop.IsCancellationRequested)
        {
            await Task.WhenAny(Task.Delay(Pause, clock, _stop.Token));
            if (!_stop.IsCancellationRequested && View.State != OwnDeviceState.None)
                await ContactAsync();
        }
    }

    /// <summary>Becomes a device by a one-time code; what went wrong, or <c>null</c>. Asked again after a lost answer, it is the same enrolment.</summary>
    public async Task<Problem?> EnrolAsync(string code)
    {
        var enrolment = await _notes.EnrolmentAsync(code);
        var answer = await api.PutAsync<OwnDeviceView>(Path + "/enrolment", new EnrolmentRequest(code, enrolment));
        if (!answer.Ok)
            return answer.Problem;
        await BecomeAsync(answer.Value);
        return null;
    }

    /// <summary>The browser holds the credential of a new device, which begins with a key and a series of its own.</summary>
    /// <param name="told">What the server said of it.</param>
    public async Task BecomeAsync(OwnDeviceView told)
    {
        // An answer about what this browser was before is not heard after this.
        await LastContactAsync();
        await memories.ForgetAsync();
        await KeepAsync(told);
        await ContactAsync();
    }

    /// <summary>Asks what it is by now, after something that may have made it a device: in a demonstration, signing in at a counter.</summary>
    public async Task ContactAnewAsync()
    {
        await LastContactAsync();
        await ContactAsync();
    }

    /// <summary>Says how this device is, and does what it hears; one contact at a time.</summary>
    public Task ContactAsync() => _contact is { IsCompleted: false } ? _contact : _contact = TalkAsync();

    private Task LastContactAsync() => _contact is { IsCompleted: false } before ? before : Task.CompletedTask;

    private async Task TalkAsync()
    {
        var known = Enrolled;
        var answer = await ReportAsync(forgotten: false);
        Reached = answer.Ok;
        if (answer.Ok)
            await HearAsync(answer.Value);
        // It has just become one: its key is shown at once, because it may be lost before the next contact.
        if (!known && Enrolled)
            await ReportAsync(forgotten: false);
        Changed?.Invoke();
    }

    /// <summary>Counts what is not sent.</summary>
    public async Task<int> CountAsync()
    {
        var unsent = await memories.UnsentAsync();
        if (unsent != Waiting)
        {
            Waiting = unsent;
            Changed?.Invoke();
        }

        return unsent;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _stop.Cancel();
        _stop.Dispose();
    }

    private async Task<Answer<OwnDeviceView>> ReportAsync(bool forgotten) =>
        await api.PutAsync<OwnDeviceView>(Path, await _notes.ReportAsync(await CountAsync(), Enrolled, forgotten));

    private async Task HearAsync(OwnDeviceView told)
    {
        if (told.Forget)
        {
            await session.ForgetAsync();
            await memories.ForgetAsync();
            var confirmed = await ReportAsync(forgotten: true);
            told = confirmed.Ok ? confirmed.Value : told with { People = [] };
        }

        await KeepAsync(told);
        if (session.StandsIn)
            await session.LoadAsync();
    }

    private async Task KeepAsync(OwnDeviceView view)
    {
        await _notes.KeepAsync(view);
        Take(view);
    }

    private void Take(OwnDeviceView view)
    {
        (View, outbox.Held) = (view, view.State == OwnDeviceState.Revoked);
        Changed?.Invoke();
    }
}
