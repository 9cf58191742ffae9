using Tourism.Pos.Shared.Wire;
using Tourism.Pos.Ui.Api;

namespace Tourism.Pos.Ui.Session;

/// <summary>Who is signed in on this device.</summary>
public sealed class StaffSession(ApiClient api)
{
    private const string Path = "/api/v1/session";

    /// <summary>Raised after somebody came or went.</summary>
    public event Action? Changed;

    /// <summary>As the server told it last; <c>null</c> before its first answer.</summary>
    public SessionView? View { get; private set; }

    /// <summary>Why the last question about it brought no answer.</summary>
    public Problem? Problem { get; private set; }

    /// <summary>Who is signed in.</summary>
    public PersonView? Person => View?.Person;

    /// <summary>Asks the server.</summary>
    public async Task LoadAsync() => Take(await api.GetAsync<SessionView>(Path));

    /// <summary>Signs a demo person in.</summary>
    public async Task SignInAsync(string person) => Take(await api.PostAsync<SessionView>(Path, new SignInRequest(person)));

    /// <summary>Signs out.</summary>
    public async Task SignOutAsync()
    {
        var answer = await api.DeleteAsync<object>(Path);
        if (answer.Ok)
            await LoadAsync();
        else
            Take(answer.Problem);
    }

    private void Take(Answer<SessionView> answer)
    {
        Problem = answer.Problem;
        if (answer.Ok)
            View = answer.Value;
        Changed?.Invoke();
    }
}
