using System.Globalization;
using System.Text;
using Tourism.Kernel;
using Tourism.Pos.Catalogue.Keeping;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Catalogue.Imports;

/// <summary>What a row says about a product.</summary>
/// <param name="Code">Product code.</param>
/// <param name="Says">The product.</param>
/// <param name="Yen">Its price; <c>null</c> to leave prices alone.</param>
/// <param name="From">First day of that price; <c>null</c> when the row does not say.</param>
internal sealed record SheetProduct(string Code, ProductRequest Says, Yen? Yen, DateOnly? From)
{
    private static readonly (ProductKind Kind, string Ja)[] Kinds =
    [
        (ProductKind.Admission, "入場券"), (ProductKind.Goods, "商品"), (ProductKind.Weighed, "量り売り"), (ProductKind.Rental, "レンタル"), (ProductKind.Service, "サービス"), (ProductKind.Amount, "金額入力"),
    ];

    private static readonly string[] Days = ["yyyy-M-d", "yyyy/M/d", "yyyy.M.d", "yyyy年M月d日"];

    public static Result<SheetProduct> Read(string[] cells)
    {
        if (KindOf(cells[SheetColumns.Kind]) is not { } kind)
            return new WrongCell("kind", $"{string.Join("、", Kinds.Select(one => one.Ja))} のどれかにしてください", $"use one of {string.Join(", ", Kinds.Select(one => Word(one.Kind)))}");
        if (cells[SheetColumns.Reentry] is not ("" or "当日" or "same-day"))
            return new WrongCell("reentry", "空欄か「当日」にしてください", "leave it empty or write 'same-day'");
        if (!TryDay(cells[SheetColumns.StartsOn], out var starts))
            return NoDay("startsOn");
        if (!TryDay(cells[SheetColumns.StopsOn], out var stops))
            return NoDay("stopsOn");
        if (!TryDay(cells[SheetColumns.From], out var from))
            return NoDay("from");
        if (!TryYen(cells[SheetColumns.Yen], out var yen))
            return new WrongCell("yen", "円の整数にしてください", "give whole yen");
        return new SheetProduct(cells[SheetColumns.Code], Request(cells, kind, starts, stops), yen, from);
    }

    /// <summary>The product as a row: its price of today, or else its next one.</summary>
    public static string[] Write(Product product, DateOnly today, string language)
    {
        var price = product.PriceHolding(today) ?? product.Prices.Where(one => one.From > today).MinBy(one => one.From);
        return
        [
            product.Code, product.Name.Ja, product.Name.En ?? "", product.Name.Ko ?? "", product.Name.ZhHant ?? "", product.Name.ZhHans ?? "", product.Kana ?? "",
            language == Language.Ja ? Kinds.First(one => one.Kind == product.Kind).Ja : Word(product.Kind), product.TaxClass, product.EatInTaxClass ?? "",
            product.Reentry is null ? "" : language == Language.Ja ? "当日" : "same-day", product.Admits ?? "", Text(product.StartsOn), Text(product.StopsOn),
            price?.Amount.Amount.ToString(CultureInfo.InvariantCulture) ?? "", Text(price?.From),
        ];
    }

    private static ProductRequest Request(string[] cells, ProductKind kind, DateOnly? starts, DateOnly? stops) => new ProductRequest(
        new LocalText(cells[SheetColumns.Ja], cells[SheetColumns.Other], cells[SheetColumns.Other + 1], cells[SheetColumns.Other + 2], cells[SheetColumns.Other + 3]), kind, cells[SheetColumns.TaxClass],
        cells[SheetColumns.EatIn], cells[SheetColumns.Kana], cells[SheetColumns.Reentry].Length > 0 ? ReentryRule.SameDay : null,
        cells[SheetColumns.Admits].Split([' ', '　', ';', '、', ','], StringSplitOptions.RemoveEmptyEntries), starts, stops).Tidy();

    private static ProductKind? KindOf(string text) =>
        Kinds.Where(one => one.Ja == text || Word(one.Kind).Equals(text, StringComparison.OrdinalIgnoreCase)).Select(one => (ProductKind?)one.Kind).FirstOrDefault();

    private static string Word(ProductKind kind) => kind.ToString().ToLowerInvariant();

    private static string Text(DateOnly? day) => day is { } known ? BusinessDate.Text(known) : "";

    private static bool TryDay(string text, out DateOnly? day)
    {
        var found = DateOnly.TryParseExact(text.Normalize(NormalizationForm.FormKC), Days, CultureInfo.InvariantCulture, DateTimeStyles.None, out var read);
        day = found ? read : null;
        return found || text.Length == 0;
    }

    private static bool TryYen(string text, out Yen? yen)
    {
        var digits = text.Normalize(NormalizationForm.FormKC).Trim('¥', '\\', '円', ' ').Replace(",", "", StringComparison.Ordinal);
        var found = long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var read);
        yen = found ? new Yen(read) : null;
        return found || text.Length == 0;
    }

    private static WrongCell NoDay(string at) => new(at, "2026-11-22 のような日付にしてください", "give a day like 2026-11-22");
}
