using Tourism.Kernel;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Till.Arrivals;

/// <summary>What a screen knows of the payments by a place's sticker.</summary>
public sealed class KnownArrivals
{
    private readonly Dictionary<Guid, ArrivalView> _all = [];
    private readonly HashSet<Guid> _missed = [];

    /// <summary>The server's last word on the day; <c>null</c> before the first.</summary>
    public ArrivalsView? Day { get; private set; }

    /// <summary>Everything that is known, of any day.</summary>
    public IReadOnlyCollection<ArrivalView> All => _all.Values;

    /// <summary>The last that was paid, whatever its day; <c>null</c> for none.</summary>
    public ArrivalView? Newest => _all.Values.MaxBy(sale => sale.PaidAt);

    /// <summary>Paid while this device did not look, oldest first.</summary>
    public IReadOnlyList<ArrivalView> Missed => [.. _missed.Select(sale => _all[sale]).OrderBy(sale => sale.PaidAt)];

    /// <summary>What was paid today and was not missed, newest first.</summary>
    public IReadOnlyList<ArrivalView> Sales => [.. _all.Values.Where(IsOfDay).Where(sale => !_missed.Contains(sale.Sale)).OrderByDescending(sale => sale.PaidAt)];

    /// <summary>Came in on the day, less what was given back.</summary>
    public Yen Total => _all.Values.Where(IsOfDay).Select(sale => sale.Amount - sale.Refunded).Sum();

    /// <summary>Whether it was paid on the day that the server last spoke of.</summary>
    public bool IsOfDay(ArrivalView sale) => Day is { } day && sale.Day == day.Day;

    /// <summary>Takes in what the server says of the day. True when something in it was new.</summary>
    /// <param name="view">The server's word.</param>
    /// <param name="seen">What this device has seen before, if what else it missed is to be marked.</param>
    internal bool Take(ArrivalsView view, SeenArrivals? seen)
    {
        var arrived = false;
        foreach (var sale in view.Missed.Concat(view.Sales))
            arrived |= Take(sale);
        if (seen is not null)
            _missed.UnionWith(view.Missed.Select(sale => sale.Sale).Except(seen.Sales));
        Day = view;
        return arrived;
    }

    /// <summary>Takes in one sale, as it is now. True when it was new.</summary>
    internal bool Take(ArrivalView sale)
    {
        var arrived = !_all.ContainsKey(sale.Sale);
        _all[sale.Sale] = sale;
        return arrived;
    }
}
