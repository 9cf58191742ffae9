using Tourism.Kernel;

namespace Tourism.Analytics.Contracts;

/// <summary>Sales and refunds by site and hour with the points used, as far as the lake knows them. Each counts on its own day.</summary>
/// <param name="From">First business date (Asia/Tokyo).</param>
/// <param name="To">Last business date.</param>
/// <param name="Cells">One per site, date and hour that had a sale or a refund; ordered by date, hour, site.</param>
/// <param name="Total">Sum of all sales, refunds not taken off.</param>
/// <param name="PointsUsed">Points taken as payment in these sales.</param>
/// <param name="AsOf">When the lake was last published, UTC; <c>null</c> before the first load.</param>
/// <param name="Waiting">Sales received that no load has taken in yet.</param>
public sealed record SalesReport(
    DateOnly From, DateOnly To, IReadOnlyList<SalesCell> Cells, Yen Total, PointAmount PointsUsed, DateTime? AsOf, int Waiting)
{
    /// <summary>Given back in these days, for sales of whatever day; tax included.</summary>
    public Yen Refunded { get; init; }

    /// <summary><see cref="Total"/> less <see cref="Refunded"/>; negative when more was given back than sold.</summary>
    public Yen Net { get; init; }

    /// <summary>Points given back by these refunds.</summary>
    public PointAmount PointsReturned { get; init; }

    /// <summary>Refunds received that no load has taken in yet.</summary>
    public int WaitingRefunds { get; init; }
}

/// <summary>Sales and refunds of one site in one hour.</summary>
/// <param name="Site">Site code.</param>
/// <param name="SiteName">Its name.</param>
/// <param name="Date">Business date.</param>
/// <param name="Hour">Hour of the day in Japan, 0–23.</param>
/// <param name="Sales">Number of sales.</param>
/// <param name="Amount">Their sum, tax included.</param>
/// <param name="People">People admitted.</param>
/// <param name="PointsUsed">Points taken as payment.</param>
public sealed record SalesCell(
    string Site, LocalText SiteName, DateOnly Date, int Hour, int Sales, Yen Amount, int People, PointAmount PointsUsed)
{
    /// <summary>Number of refunds given in this hour.</summary>
    public int Refunds { get; init; }

    /// <summary>Their sum, tax included.</summary>
    public Yen Refunded { get; init; }

    /// <summary><see cref="Amount"/> less <see cref="Refunded"/>.</summary>
    public Yen Net { get; init; }

    /// <summary>People whose admission was given back.</summary>
    public int PeopleRefunded { get; init; }

    /// <summary>Points given back.</summary>
    public PointAmount PointsReturned { get; init; }
}

/// <summary>A load of waiting facts into the lake.</summary>
/// <param name="Id">The client's name for it.</param>
/// <param name="State">queued, running or done.</param>
public sealed record LoadView(Guid Id, string State);
