using Microsoft.AspNetCore.Components;
using Tourism.Pos.Shared.Receipts;
using Tourism.Pos.Ui.Api;

namespace Tourism.Pos.Till.Recent;

/// <summary>Finds the sale behind the receipt, return slip or ticket that somebody brings back.</summary>
public sealed partial class SaleFinder
{
    private const int MostShown = 40;
    private string? _text;
    private string? _note;
    private bool _bad;
    private bool _busy;
    private Problem? _problem;

    /// <summary>The till that looks: of its own numbers the last part is enough.</summary>
    [Parameter, EditorRequired]
    public string Till { get; set; } = "";

    /// <summary>Its series now.</summary>
    [Parameter, EditorRequired]
    public int Epoch { get; set; }

    [Inject]
    private RecentSales Recent { get; set; } = default!;

    /// <summary>The sale.</summary>
    [Parameter]
    public EventCallback<RecentSale> OnFound { get; set; }

    private Task ScannedAsync(string text)
    {
        _text = text;
        return FindAsync();
    }

    private async Task FindAsync()
    {
        (_note, _problem, _bad) = (null, null, true);
        if (_busy || string.IsNullOrWhiteSpace(_text))
            return;
        if (SaleSearch.Of(_text, Till, Epoch) is not { } wanted)
        {
            _note = T("recent.find-unreadable", Short, new ReceiptNumber(Till, Epoch, 1));
            return;
        }

        _busy = true;
        var (problem, sale) = await Recent.FindAsync(Till, wanted);
        _busy = false;
        Tell(problem, sale is not null);
        if (sale is null)
            return;
        _text = null;
        await OnFound.InvokeAsync(sale);
    }

    private void Tell(Problem? problem, bool found)
    {
        _bad = !found;
        _note = problem switch
        {
            null => null,
            { Kind: ProblemKind.Offline } => found ? T("recent.find-offline") : T("recent.find-offline-none", Short),
            { Status: 404 } => T("recent.find-none", Short),
            { Status: 403 } => T("recent.find-elsewhere"),
            _ => null,
        };
        _problem = _note is null ? problem : null;
    }

    /// <summary>A ticket's address is no reading matter.</summary>
    private string Short => _text?.Trim() is { Length: > MostShown } text ? text[..MostShown] + "…" : _text?.Trim() ?? "";
}
