namespace Tourism.Pos.Catalogue;

/// <summary>
/// The till of a site at which nobody stands: what visitors buy on their own phones is numbered in its series, which the server keeps. Every site has
/// one, so it is a name and no row.
/// </summary>
internal static class PhoneTill
{
    private const string Suffix = "-phone";

    /// <param name="site">Site code.</param>
    public static string Of(string site) => site + Suffix;

    /// <summary>Whether no device may call itself so.</summary>
    /// <param name="till">Till code.</param>
    public static bool IsReserved(string till) => till.EndsWith(Suffix, StringComparison.Ordinal);
}
