using Tourism.Kernel;

namespace Tourism.Analytics.Contracts;

/// <summary>Sales by site and hour with the points used, as far as the lake knows them.</summary>
/// <param name="From">First business date (Asia/Tokyo).</param>
/// <param name="To">Last business date.</param>
/// <param name="Cells">One per site, date and hour that had a sale; ordered by date, hour, site.</param>
/// <param name="Total">Sum of all cells.</param>
/// <param name="PointsUsed">Points taken as payment in these sales.</param>
/// <param name="AsOf">When the lake was last published, UTC; <c>null</c> before the first load.</param>
/// <param name="Waiting">Sales received that no load has taken in yet.</param>
public sealed record SalesReport(
    DateOnly From, DateOnly To, IReadOnlyList<SalesCell> Cells, Yen Total, PointAmount PointsUsed, DateTime? AsOf, int Waiting);

/// <summary>Sales of one site in one hour.</summary>
/// <param name="Site">Site code.</param>
/// <param name="SiteName">Its name.</param>
/// <param name="Date">Business date.</param>
/// <param name="Hour">Hour of the day in Japan, 0–23.</param>
/// <param name="Sales">Number of sales.</param>
/// <param name="Amount">Their sum, tax included.</param>
/// <param name="People">People admitted.</param>
/// <param name="PointsUsed">Points taken as payment.</param>
public sealed record SalesCell(
    string Site, LocalText SiteName, DateOnly Date, int Hour, int Sales, Yen Amount, int People, PointAmount PointsUsed);

/// <summary>A load of waiting facts into the lake.</summary>
/// <param name="Id">The client's name for it.</param>
/// <param name="State">queued, running or done.</param>
public sealed record LoadView(Guid Id, string State);
