namespace Tourism.Kernel;

/// <summary>What a connected system (a booking site, an accounting program) may be allowed. An endpoint that names none is closed to all of them.</summary>
public static class Scopes
{
    /// <summary>Reads what is sold where and at which price.</summary>
    public const string CatalogueRead = "catalogue.read";

    /// <summary>Reads sales, receipts and journals.</summary>
    public const string SalesRead = "sales.read";

    /// <summary>Records sales on a till of its own.</summary>
    public const string SalesWrite = "sales.write";

    /// <summary>Reads and exports the city's figures.</summary>
    public const string FiguresRead = "figures.read";

    /// <summary>Reads the audit trail.</summary>
    public const string AuditRead = "audit.read";

    /// <summary>Every scope.</summary>
    public static IReadOnlyList<string> All { get; } = [CatalogueRead, SalesRead, SalesWrite, FiguresRead, AuditRead];

    /// <summary>Scopes that know no place: a system that is bound to a site cannot have them.</summary>
    public static IReadOnlyList<string> OfTheCity { get; } = [FiguresRead, AuditRead];
}
