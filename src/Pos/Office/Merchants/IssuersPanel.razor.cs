using Microsoft.AspNetCore.Components;
using Tourism.Kernel;
using Tourism.Pos.Shared.Wire;
using Tourism.Pos.Ui.Api;

namespace Tourism.Pos.Office.Merchants;

/// <summary>Whose name and number stand on receipts, from which day.</summary>
public sealed partial class IssuersPanel
{
    private const string Path = "/api/v1/issuers";
    private const int Conflict = 409;
    private readonly CancellationTokenSource _gone = new();
    private IReadOnlyList<KeptIssuerView> _issuers = [];
    private KeptIssuerView? _open;
    private IssuerView _says = Empty;
    private string _code = "";
    private DateOnly _from;
    private long? _version;
    private bool _sole;
    private bool _editing;
    private bool _clash;
    private bool _busy;
    private Problem? _problem;

    [Inject]
    public ApiClient Api { get; set; } = default!;

    [Parameter]
    public bool MayChange { get; set; }

    private static IssuerView Empty => new(new LocalText(string.Empty), null, Rounding.Floor);

    private DateOnly Tomorrow => BusinessDate.Of(Time.UtcMicros()).AddDays(1);

    protected override Task OnInitializedAsync() => LoadAsync();

    protected override void Leave() => _gone.Cancel();

    private static string Text(ChangeEventArgs typed) => (string?)typed.Value ?? "";

    private async Task LoadAsync()
    {
        var answer = await Api.GetAsync<IReadOnlyList<KeptIssuerView>>(Path, _gone.Token);
        _problem = answer.Problem;
        if (answer.Ok)
            _issuers = answer.Value;
    }

    private void Begin(KeptIssuerView? issuer)
    {
        (_open, _code, _version, _editing, _clash, _problem) = (issuer, issuer?.Code ?? "", issuer?.Version, true, false, null);
        (_says, _sole, _from) = (issuer?.Says ?? Empty, issuer?.SoleTrader ?? false, Tomorrow);
    }

    private async Task SaveAsync()
    {
        var request = new IssuerRequest(_says, _sole, _open is null ? null : _from, _version);
        var answer = await SendAsync(() => Api.PutAsync<KeptIssuerView>($"{Path}/{_code}", request, _gone.Token));
        if (answer.Ok)
            Begin(answer.Value);
        else if (answer.Problem.Status == Conflict && _issuers.FirstOrDefault(issuer => issuer.Code == _code) is { } theirs)
            (_open, _version, _clash) = (theirs, theirs.Version, true);
    }

    private async Task WithdrawAsync(DateOnly from)
    {
        var answer = await SendAsync(() => Api.DeleteAsync<KeptIssuerView>($"{Path}/{_code}/changes/{BusinessDate.Text(from)}", _gone.Token));
        if (answer.Ok)
            Begin(answer.Value);
    }

    private async Task<Answer<KeptIssuerView>> SendAsync(Func<Task<Answer<KeptIssuerView>>> send)
    {
        _busy = true;
        var answer = await send();
        await LoadAsync();
        (_busy, _problem) = (false, answer.Problem ?? _problem);
        return answer;
    }
}
