using Tourism.Kernel;

namespace Tourism.Pos.Catalogue.Imports;

/// <summary>A column of a file of products.</summary>
/// <param name="Field">What it is in a request; failures name it.</param>
/// <param name="Ja">Japanese header.</param>
/// <param name="En">English header.</param>
internal sealed record SheetColumn(string Field, string Ja, string En)
{
    public string In(string language) => language == Language.Ja ? Ja : En;
}

/// <summary>The columns in the order in which they are written. A file that is read may have them in any order, under either name.</summary>
internal static class SheetColumns
{
    public const int Code = 0, Ja = 1, Other = 2, Kana = 6, Kind = 7, TaxClass = 8, EatIn = 9, Reentry = 10, Admits = 11, StartsOn = 12, StopsOn = 13, Yen = 14, From = 15;

    public static IReadOnlyList<SheetColumn> All { get; } =
    [
        new("code", "商品コード", "Code"), new("name.ja", "名称（日本語）", "Name (ja)"), new("name.en", "名称（英語）", "Name (en)"), new("name.ko", "名称（韓国語）", "Name (ko)"),
        new("name.zhHant", "名称（繁体字）", "Name (zh-Hant)"), new("name.zhHans", "名称（簡体字）", "Name (zh-Hans)"), new("kana", "よみ", "Reading"), new("kind", "種類", "Kind"),
        new("taxClass", "税区分", "Tax class"), new("eatInTaxClass", "店内飲食の税区分", "Tax class eaten in"), new("reentry", "再入場", "Re-entry"), new("admits", "入場できる施設", "Admits to"),
        new("startsOn", "販売開始日", "Sold from"), new("stopsOn", "販売しなくなる日", "Not sold from"), new("yen", "価格", "Price"), new("from", "価格の開始日", "Price from"),
    ];

    /// <summary>Without these no row means anything.</summary>
    private static readonly int[] Required = [Code, Ja, Kind, TaxClass];

    /// <summary>Header of the column that a failure is about; <c>null</c> when it is about the row.</summary>
    public static string? Header(string? field, string language) =>
        All.FirstOrDefault(column => column.Field == field || (field == "name" && column.Field == "name.ja"))?.In(language);

    /// <summary>Which column stands where: for each of <see cref="All"/> its place in the file, or -1.</summary>
    public static Result<int[]> Read(IReadOnlyList<string> header)
    {
        List<string> names = [.. header.Select(name => name.Trim())];
        if (names.FirstOrDefault(name => name.Length > 0 && All.All(column => !Is(column, name))) is { } unknown)
            return new UnknownColumn(unknown);
        if (names.Where(name => name.Length > 0).GroupBy(name => All.First(column => Is(column, name)).Field).FirstOrDefault(twice => twice.Count() > 1) is { } double_)
            return new ColumnTwice(double_.First());
        int[] places = [.. All.Select(column => names.FindIndex(name => Is(column, name)))];
        return Required.Any(column => places[column] < 0) ? new MissingColumn(All[Required.First(column => places[column] < 0)]) : places;
    }

    private static bool Is(SheetColumn column, string name) => name == column.Ja || name.Equals(column.En, StringComparison.OrdinalIgnoreCase);
}
