using System.Text.Json;
using Tourism.Kernel;
using Tourism.Pos.Shared.Wire;
using Tourism.Pos.Ui.Api;
using Tourism.Pos.Ui.Device;

namespace Tourism.Pos.Ui.Session;

/// <summary>
/// Lets people in by PIN and locks the screen. Device and server look at a PIN at the same time: the device answers at once, also without network,
/// and the server confirms. Whoever the server turns away then is out again.
/// </summary>
public sealed class PinDoor(ApiClient api, IDeviceStore store, IPins pins, StaffSession session, OwnDevice device)
{
    private const string Path = "/api/v1/session/pin";
    private const string KeptLock = "locked";
    private IReadOnlyList<string> _known = [];
    private bool _started;
    private int _entry;

    /// <summary>Raised when the screen was locked or opened.</summary>
    public event Action? Changed;

    /// <summary>Nothing shows of whoever was here before.</summary>
    public bool Locked { get; private set; }

    /// <summary>Counts changes from one person to another: what the one before had open is closed.</summary>
    public int Turn { get; private set; }

    /// <summary>Who may sign in here by PIN.</summary>
    public IReadOnlyList<DevicePersonView> People => device.View.People;

    /// <summary>Only whoever can come back, also without network, may lock the screen.</summary>
    public bool MayLock => device.Enrolled && session.Person is { } person && _known.Contains(person.Code);

    /// <summary>It is known whether the screen is locked: before, nothing of anybody may show.</summary>
    public bool Ready { get; private set; }

    /// <summary>Takes up what this device knows, then keeps in contact.</summary>
    public async Task StartAsync()
    {
        if (_started)
            return;
        _started = true;
        await session.RestoreAsync();
        await device.RestoreAsync();
        await KnowAsync();
        (Locked, Ready) = (await store.FindAsync(KeptLock) == bool.TrueString && MayLock, true);
        device.Changed += Heard;
        Changed?.Invoke();
        _ = device.StayInContactAsync();
    }

    /// <summary>Locks the screen; it stays locked over a reload.</summary>
    public Task LockAsync() => MayLock ? SetAsync(locked: true) : Task.CompletedTask;

    /// <summary>Opens the start screen for somebody who comes in another way. What was open is closed.</summary>
    public async Task LeaveAsync()
    {
        (Turn, _entry) = (Turn + 1, _entry + 1);
        await session.ForgetAsync();
        await SetAsync(locked: false);
    }

    /// <summary>Lets somebody in; what went wrong, or <c>null</c>. Without network, the problem's field is the <see cref="PinOutcome"/> of this device.</summary>
    public async Task<Problem?> EnterAsync(string person, string pin)
    {
        var entry = ++_entry;
        var asked = api.PostAsync<SessionView>(Path, new PinSignIn(person, pin));
        var kept = await pins.CheckAsync(person, pin);
        if (kept is { Outcome: PinOutcome.Good, Session: { } text })
        {
            await LetInAsync(JsonSerializer.Deserialize<SessionView>(text, ApiClient.Reading)!, standsIn: true);
            _ = ConfirmAsync(asked, entry, person, pin);
            return null;
        }

        var answer = await asked;
        if (!answer.Ok)
            return answer.Problem with { Field = answer.Problem.Kind == ProblemKind.Offline ? kept.Outcome.ToString() : answer.Problem.Field };
        await LetInAsync(answer.Value, standsIn: false);
        await RememberAsync(answer.Value, person, pin);
        return null;
    }

    /// <summary>Somebody else may stand here by the time the server answers: then its answer opens nothing, and they show their PIN to it again.</summary>
    private async Task ConfirmAsync(Task<Answer<SessionView>> asked, int entry, string person, string pin)
    {
        var answer = await asked;
        if (entry != _entry || session.Person?.Code != person)
        {
            if (answer.Ok && session is { Person: not null, View: { } other })
                await session.StandInAsync(other);
        }
        else if (answer.Ok)
        {
            await session.TakeAsync(answer.Value);
            await RememberAsync(answer.Value, person, pin);
        }
        else if (!answer.Problem.MayRepeat)
        {
            await pins.KeepOnlyAsync([.. People.Where(one => one.Code != person)]);
            await KnowAsync();
            await session.ForgetAsync();
        }
    }

    private async Task LetInAsync(SessionView view, bool standsIn)
    {
        if (session.Person is { } before && before.Code != view.Person?.Code)
            Turn++;
        await (standsIn ? session.StandInAsync(view) : session.TakeAsync(view));
        await SetAsync(locked: false);
    }

    private async Task RememberAsync(SessionView view, string person, string pin)
    {
        if (People.FirstOrDefault(one => one.Code == person) is not { } known)
            return;
        await pins.RememberAsync(person, known.Pin, pin, JsonSerializer.Serialize(view, Json.Options));
        await KnowAsync();
    }

    /// <summary>This browser has become a device, and whoever made it one is in by the PIN they have just chosen.</summary>
    public async Task BeginAsync(JoinedView joined, string pin)
    {
        await device.BecomeAsync(joined.Device);
        await LetInAsync(joined.Session, standsIn: false);
        await RememberAsync(joined.Session, joined.Session.Person!.Code, pin);
    }

    private void Heard() => _ = DropAsync();

    /// <summary>Whoever was shut out, moved away or has another PIN is known here no more.</summary>
    private async Task DropAsync()
    {
        await pins.KeepOnlyAsync(People);
        await KnowAsync();
    }

    private async Task KnowAsync()
    {
        _known = await pins.KnownAsync();
        Changed?.Invoke();
    }

    private async Task SetAsync(bool locked)
    {
        Locked = locked;
        await store.KeepAsync(KeptLock, locked.ToString());
        Changed?.Invoke();
    }
}
