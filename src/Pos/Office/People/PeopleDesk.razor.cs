using Microsoft.AspNetCore.Components;
using Tourism.Pos.Shared.Wire;
using Tourism.Pos.Ui.Session;
using Tourism.Pos.Ui.Words;

namespace Tourism.Pos.Office.People;

/// <summary>Who may sign in, what they may do and where; makes the links by which they come in.</summary>
public sealed partial class PeopleDesk
{
    private const string Path = "/api/v1/accounts";
    private IReadOnlyList<AccountView>? _accounts;
    private IReadOnlyList<SiteView> _sites = [];
    private AccountView? _open;
    private InvitationView? _invitation;
    private long? _version;
    private Guid _id;
    private bool _editing;

    [Inject]
    public StaffSession Session { get; set; } = default!;

    /// <summary>Auditors only look.</summary>
    [Parameter]
    public bool MayChange { get; set; }

    private MailUse? Mail => Session.View?.Mail;

    protected override async Task OnInitializedAsync()
    {
        _sites = await ReadSitesAsync();
        await LoadAsync();
    }

    private async Task LoadAsync() => _accounts = await ReadAsync<IReadOnlyList<AccountView>>(Path) ?? _accounts;

    private void New() => (_open, _version, _id, _invitation, _editing, Problem) = (null, null, Guid.CreateVersion7(Time.GetUtcNow()), null, true, null);

    private void Choose(AccountView account) => (_open, _version, _id, _invitation, _editing, Problem) = (account, account.Version, account.Id, null, true, null);

    private Task SaveAsync(AccountRequest request) => TakeAsync("", request);

    private Task DisableAsync(bool disabled) => TakeAsync("/disabling", new AccountDisabling(disabled));

    private async Task InviteAsync(bool forgetSecondFactor)
    {
        var answer = await PutAsync<InvitationView>($"{Path}/{_id}/invitation", new InvitationRequest(forgetSecondFactor));
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

    /// <summary>After another administrator's change the list shows theirs; what was typed here stays in the form, and may be saved over it now.</summary>
    private async Task TakeAsync(string what, object body)
    {
        var answer = await SendAsync(() => Api.PutAsync<AccountView>($"{Path}/{_id}{what}", body), LoadAsync);
        _open = answer.Ok ? answer.Value : _accounts?.FirstOrDefault(account => account.Id == _id) ?? _open;
        if (answer.Ok || answer.Problem.IsConflict)
            _version = _open?.Version;
    }

    private string PostName(PostView post) => $"{Wording.NameRoles(post.Roles)} {Wording.NamePlace(_sites, post.Site, post.Till ?? post.Gate)}".TrimEnd();
}
