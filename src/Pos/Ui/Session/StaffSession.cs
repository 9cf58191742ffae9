using System.Text.Json;
using Tourism.Kernel;
using Tourism.Pos.Shared.Wire;
using Tourism.Pos.Ui.Api;
using Tourism.Pos.Ui.Device;

namespace Tourism.Pos.Ui.Session;

/// <summary>Who is signed in on this device. Without network it is who was signed in last: the server still looks at everything they send.</summary>
public sealed class StaffSession(ApiClient api, IDeviceStore store)
{
    private const string Path = "/api/v1/session";
    private const string Kept = "session";
    private const string KeptStandIn = "session-stands-in";
    private const string KeptLeaving = "session-leaving";

    /// <summary>Nobody's name: as long as it is sent, no session that the browser still has counts.</summary>
    private const string Nobody = "-";

    /// <summary>Raised after somebody came or went.</summary>
    public event Action? Changed;

    /// <summary>As the server told it last; <c>null</c> before its first answer on this device.</summary>
    public SessionView? View { get; private set; }

    /// <summary>Why the last question about it brought no answer.</summary>
    public Problem? Problem { get; private set; }

    /// <summary>Who is signed in.</summary>
    public PersonView? Person => View?.Person;

    /// <summary>True while only this device has seen the person's PIN: what needs the server asks for it once more.</summary>
    public bool StandsIn { get; private set; }

    /// <summary>Takes up what this device knows, then asks the server.</summary>
    public async Task LoadAsync()
    {
        await RestoreAsync();
        if (await LeaveAsync() is { } problem)
        {
            await TakeAsync(problem);
            return;
        }

        var answer = await api.GetAsync<SessionView>(Path);
        if (StandsIn && (!answer.Ok || answer.Value.Person?.Code != Person?.Code))
            return;
        if (answer.Ok || View is null)
            await TakeAsync(answer);
    }

    /// <summary>Takes up what this device knows, and asks nobody.</summary>
    public async Task RestoreAsync()
    {
        if (View is null && await store.FindAsync(Kept) is { } kept)
        {
            (View, StandsIn) = (JsonSerializer.Deserialize<SessionView>(kept, ApiClient.Reading), await store.FindAsync(KeptStandIn) == bool.TrueString);
            api.Person = Person?.Code ?? (await store.FindAsync(KeptLeaving) == bool.TrueString ? Nobody : null);
            Changed?.Invoke();
        }
    }

    /// <summary>Somebody is in whose PIN this device has seen, but not yet the server.</summary>
    /// <param name="session">What the server said when it saw their PIN last.</param>
    public Task StandInAsync(SessionView session) => KeepAsync(session, standsIn: true);

    /// <summary>Takes up what a PIN has opened.</summary>
    public Task TakeAsync(SessionView session) => KeepAsync(session, standsIn: false);

    /// <summary>Nobody is in any more, and this device no longer knows who was. Without network the server hears of it later; until then the session counts no more.</summary>
    public async Task ForgetAsync()
    {
        await store.KeepAsync(KeptLeaving, bool.TrueString);
        if (View is { } view)
            await KeepAsync(view with { Person = null, Posts = null }, standsIn: false);
        await LeaveAsync();
    }

    /// <summary>Ends the session of whoever left; why it could not be ended yet, or <c>null</c>.</summary>
    private async Task<Problem?> LeaveAsync()
    {
        if (await store.FindAsync(KeptLeaving) != bool.TrueString)
            return null;
        api.Person = Nobody;
        var answer = await api.DeleteAsync<object>(Path);
        if (answer.Ok)
        {
            await store.KeepAsync(KeptLeaving, bool.FalseString);
            api.Person = Person?.Code;
        }

        return answer.Problem;
    }

    /// <summary>Signs a demo person in.</summary>
    public async Task SignInAsync(string person) => await TakeAsync(await api.PostAsync<SessionView>(Path, new SignInRequest(person)));

    /// <summary>Signs in by name; what went wrong, or <c>null</c>.</summary>
    public async Task<Problem?> SignInAsync(PasswordSignIn request) => await EnterAsync(Path + "/password", request);

    /// <summary>Signs in by a passkey; what went wrong, or <c>null</c>.</summary>
    public async Task<Problem?> SignInAsync(PasskeySignIn request) => await EnterAsync(Path + "/passkey", request);

    /// <summary>Takes up an invitation and signs in; what went wrong, or <c>null</c>.</summary>
    public async Task<Problem?> AcceptAsync(InvitationAnswer answer) => await EnterAsync(Path + "/invitation", answer);

    /// <summary>Goes to another of one's posts.</summary>
    public async Task GoAsync(int post) => await TakeAsync(await api.PutAsync<SessionView>(Path + "/post", new PostChoice(post)));

    /// <summary>Signs out.</summary>
    public async Task SignOutAsync()
    {
        var answer = await api.DeleteAsync<object>(Path);
        if (answer.Ok)
            await LoadAsync();
        else
            await TakeAsync(answer.Problem);
    }

    private async Task<Problem?> EnterAsync(string path, object body)
    {
        var answer = await api.PostAsync<SessionView>(path, body);
        if (answer.Ok)
            await TakeAsync(answer);
        return answer.Problem;
    }

    private async Task TakeAsync(Answer<SessionView> answer)
    {
        Problem = answer.Problem;
        if (answer.Ok)
            await KeepAsync(answer.Value, standsIn: false);
        else
            Changed?.Invoke();
    }

    private async Task KeepAsync(SessionView session, bool standsIn)
    {
        if (session.Person is not null)
            await store.KeepAsync(KeptLeaving, bool.FalseString);
        var leaving = await store.FindAsync(KeptLeaving) == bool.TrueString;
        (View, StandsIn, api.Person) = (session, standsIn, session.Person?.Code ?? (leaving ? Nobody : null));
        await store.KeepAsync(Kept, JsonSerializer.Serialize(View, Json.Options));
        await store.KeepAsync(KeptStandIn, standsIn.ToString());
        Changed?.Invoke();
    }
}
