namespace Tourism.Analytics.Lake;

/// <summary>A table of the lake, cut into one file per business date.</summary>
/// <param name="Name">Folder in the lake, and table of fresh rows while a load is written.</param>
/// <param name="Columns">Columns in the order they are appended. Later versions only add at the end: older files then show NULL.</param>
/// <param name="Order">Order of the rows in a file, so that the same rows are the same bytes.</param>
internal sealed record Dataset(string Name, string Columns, string Order)
{
    public const string PerSale = "sales";
    public const string PerLine = "sale_lines";
    public const string PerRefund = "refunds";
    public const string PerRefundLine = "refund_lines";

    /// <summary>All, as a load writes them.</summary>
    public static IReadOnlyList<Dataset> All { get; } =
    [
        new(PerSale, """
            seq BIGINT, sale UUID, site VARCHAR,
            site_ja VARCHAR, site_en VARCHAR, site_ko VARCHAR, site_zh_hant VARCHAR, site_zh_hans VARCHAR,
            occurred_at TIMESTAMPTZ, business_date DATE, hour TINYINT, total_yen BIGINT, people INTEGER, language VARCHAR,
            cash_yen BIGINT, qr_yen BIGINT, points_used BIGINT, other_yen BIGINT
            """, "seq"),
        new(PerLine, """
            seq BIGINT, sale UUID, line INTEGER, site VARCHAR, business_date DATE,
            product VARCHAR, quantity INTEGER, amount_yen BIGINT, tax_percent TINYINT
            """, "seq, line"),
        new(PerRefund, """
            seq BIGINT, refund UUID, sale UUID, site VARCHAR,
            site_ja VARCHAR, site_en VARCHAR, site_ko VARCHAR, site_zh_hant VARCHAR, site_zh_hans VARCHAR,
            occurred_at TIMESTAMPTZ, business_date DATE, hour TINYINT, total_yen BIGINT, people INTEGER,
            cash_yen BIGINT, qr_yen BIGINT, points_returned BIGINT, other_yen BIGINT
            """, "seq"),
        new(PerRefundLine, """
            seq BIGINT, refund UUID, sale UUID, line INTEGER, site VARCHAR, business_date DATE,
            product VARCHAR, quantity INTEGER, amount_yen BIGINT, tax_percent TINYINT
            """, "seq, line"),
    ];
}
