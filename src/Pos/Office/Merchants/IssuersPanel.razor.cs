using Microsoft.AspNetCore.Components;
using Tourism.Kernel;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Office.Merchants;

/// <summary>Whose name and number stand on receipts, from which day.</summary>
public sealed partial class IssuersPanel
{
    private const string Path = "/api/v1/issuers";
    private IReadOnlyList<KeptIssuerView> _issuers = [];
    private KeptIssuerView? _open;
    private IssuerView _says = Empty;
    private string _code = "";
    private DateOnly _from;
    private long? _version;
    private bool _sole;
    private bool _editing;
    private bool _clash;

    [Parameter]
    public bool MayChange { get; set; }

    private static IssuerView Empty => new(new LocalText(string.Empty), null, Rounding.Floor);

    private DateOnly Tomorrow => Today.AddDays(1);

    protected override Task OnInitializedAsync() => LoadAsync();

    private async Task LoadAsync() => _issuers = await ReadAsync<IReadOnlyList<KeptIssuerView>>(Path) ?? _issuers;

    private void Begin(KeptIssuerView? issuer)
    {
        (_open, _code, _version, _editing, _clash, Problem) = (issuer, issuer?.Code ?? "", issuer?.Version, true, false, null);
        (_says, _sole, _from) = (issuer?.Says ?? Empty, issuer?.SoleTrader ?? false, Tomorrow);
    }

    private async Task SaveAsync()
    {
        var request = new IssuerRequest(_says, _sole, _open is null ? null : _from, _version);
        var answer = await SendAsync(() => Api.PutAsync<KeptIssuerView>($"{Path}/{_code}", request), LoadAsync);
        if (answer.Ok)
            Begin(answer.Value);
        else if (answer.Problem.IsConflict && _issuers.FirstOrDefault(issuer => issuer.Code == _code) is { } theirs)
            (_open, _version, _clash) = (theirs, theirs.Version, true);
    }

    private async Task WithdrawAsync(DateOnly from)
    {
        var answer = await SendAsync(() => Api.DeleteAsync<KeptIssuerView>($"{Path}/{_code}/changes/{BusinessDate.Text(from)}"), LoadAsync);
        if (answer.Ok)
            Begin(answer.Value);
    }
}
