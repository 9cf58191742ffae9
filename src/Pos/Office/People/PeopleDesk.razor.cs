using Microsoft.AspNetCore.Components;
using Tourism.Kernel;
using Tourism.Pos.Shared.Wire;
using Tourism.Pos.Ui.Api;
using Tourism.Pos.Ui.Session;

namespace Tourism.Pos.Office.People;

/// <summary>Who may sign in, what they may do and where; makes the links by which they come in.</summary>
public sealed partial class PeopleDesk
{
    private const string Path = "/api/v1/accounts";
    private const int Conflict = 409;
    private readonly CancellationTokenSource _gone = new();
    private IReadOnlyList<AccountView>? _accounts;
    private IReadOnlyList<SiteView> _sites = [];
    private AccountView? _open;
    private InvitationView? _invitation;
    private long? _version;
    private Guid _id;
    private bool _editing;
    private bool _busy;
    private Problem? _problem;

    [Inject]
    public ApiClient Api { get; set; } = default!;

    [Inject]
    public StaffSession Session { get; set; } = default!;

    [Inject]
    public TimeProvider Time { get; set; } = default!;

    /// <summary>Auditors only look.</summary>
    [Parameter]
    public bool MayChange { get; set; }

    private MailUse? Mail => Session.View?.Mail;

    protected override async Task OnInitializedAsync()
    {
        var catalogue = await Api.GetAsync<CatalogueView>("/api/v1/catalogue", _gone.Token);
        _sites = catalogue.Ok ? catalogue.Value.Sites : [];
        await LoadAsync();
    }

    protected override void Leave() => _gone.Cancel();

    private async Task LoadAsync()
    {
        var answer = await Api.GetAsync<IReadOnlyList<AccountView>>(Path, _gone.Token);
        _problem = answer.Problem;
        if (answer.Ok)
            _accounts = answer.Value;
    }

    private void New() => (_open, _version, _id, _invitation, _editing, _problem) = (null, null, Guid.CreateVersion7(Time.GetUtcNow()), null, true, null);

    private void Choose(AccountView account) => (_open, _version, _id, _invitation, _editing, _problem) = (account, account.Version, account.Id, null, true, null);

    private async Task SaveAsync(AccountRequest request) => await TakeAsync(await SendAsync<AccountView>("", request));

    private async Task DisableAsync(bool disabled) => await TakeAsync(await SendAsync<AccountView>("/disabling", new AccountDisabling(disabled)));

    private async Task InviteAsync(bool forgetSecondFactor)
    {
        var answer = await SendAsync<InvitationView>("/invitation", new InvitationRequest(forgetSecondFactor));
        if (!answer.Ok)
            return;
        _invitation = answer.Value;
        await RefreshAsync();
    }

    private async Task RefreshAsync()
    {
        await LoadAsync();
        _open = _accounts?.FirstOrDefault(account => account.Id == _id);
    }

    private async Task<Answer<T>> SendAsync<T>(string what, object body)
    {
        _busy = true;
        var answer = await Api.PutAsync<T>($"{Path}/{_id}{what}", body, _gone.Token);
        (_busy, _problem) = (false, answer.Problem);
        return answer;
    }

    /// <summary>After another administrator's change the list shows theirs; what was typed here stays in the form, and may be saved over it now.</summary>
    private async Task TakeAsync(Answer<AccountView> answer)
    {
        var problem = answer.Problem;
        await LoadAsync();
        _open = answer.Ok ? answer.Value : _accounts?.FirstOrDefault(account => account.Id == _id) ?? _open;
        _problem = problem ?? _problem;
        if (answer.Ok || problem is { Status: Conflict })
            _version = _open?.Version;
    }

    private string PostName(PostView post)
    {
        var site = _sites.FirstOrDefault(one => one.Code == post.Site);
        var place = site?.Tills.Concat(site.Gates).FirstOrDefault(one => one.Code == (post.Till ?? post.Gate));
        return $"{Wording.NameRoles(post.Roles)} {(site is null ? "" : In(site.Name))} {(place is null ? "" : In(place.Name))}".Trim();
    }
}
