using Tourism.Kernel;
using Tourism.Pos.Shared.Pricing;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Sales;

/// <summary>What can be said about lines, terms and the small print of a sale without a price list. What no database could store is refused.</summary>
internal static class BasketChecks
{
    private const int MaxText = 200;
    private const int MaxCode = 100;
    private const int MaxGrams = 999_999;
    private static readonly string[] TokenSources = ["ticket", "points-card", "coupon", "guide"];

    public static Failure? Of(SaleRequest request) =>
        Count(request.Lines.Count) ?? First(request.Lines, "lines", Line) ?? Terms(request.Terms) ?? Extras(request);

    public static Failure? Count(int lines) => lines is 0 or > Calculator.MaxLines ? new WrongLineCount(lines) : null;

    public static Failure? First<T>(IReadOnlyList<T> items, string name, Func<T?, string, Failure?> check) =>
        items.Select((item, index) => check(item, $"{name}[{index}]")).FirstOrDefault(wrong => wrong is not null);

    /// <summary>Text that every database keeps as it is: not empty, not endless, no zero character.</summary>
    public static Failure? Text(string? text, int longest, string at) => text is { Length: > 0 } && text.Length <= longest && !text.Contains('\0')
        ? null
        : new WrongSale(at, $"1～{longest}字の文字にしてください", $"give 1 to {longest} characters");

    public static Failure? Optional(string? text, int longest, string at) => text is null ? null : Text(text, longest, at);

    private static Failure? Line(LineRequest? line, string at)
    {
        if (Text(line?.Product, MaxCode, at + ".product") is { } wrong)
            return wrong;
        if (line!.Quantity is < 1 or > Calculator.MaxQuantity)
            return new WrongQuantity(line.Quantity, at + ".quantity");
        if (line.Amount is { Amount: < 1 or > Calculator.MaxAmount })
            return new WrongAmount(at + ".amount");
        return Optional(line.Reduction, MaxCode, at + ".reduction") ?? Weighing(line.Weighing, at + ".weighing");
    }

    private static Failure? Weighing(Weighing? weighing, string at)
    {
        if (weighing is null)
            return null;
        if (weighing.GrossGrams is < 1 or > MaxGrams)
            return new WrongSale(at + ".grossGrams", $"1～{MaxGrams} グラムにしてください", $"use 1 to {MaxGrams} grams");
        if (weighing.TareGrams < 0 || weighing.TareGrams >= weighing.GrossGrams)
            return new WrongSale(at + ".tareGrams", "0 以上、総重量未満にしてください", "use 0 or more and less than the gross weight");
        return Optional(weighing.Scale, MaxCode, at + ".scale");
    }

    private static Failure? Terms(BasketTerms? terms)
    {
        if (terms is null)
            return null;
        if (terms.Tier is < 0 or > Calculator.MaxQuantity)
            return new WrongSale("terms.tier", $"0～{Calculator.MaxQuantity} にしてください", $"use 0 to {Calculator.MaxQuantity}");
        if (terms.Discount is { Amount: < 1 or > Calculator.MaxAmount })
            return new WrongAmount("terms.discount");
        return Optional(terms.Reason, MaxText, "terms.reason");
    }

    private static Failure? Extras(SaleRequest request) =>
        Optional(request.App, MaxCode, "app") ?? Optional(request.Ticket, MaxTicket, "ticket") ?? Visitor(request.Visitor)
        ?? (request.Origin is null || Sales.Origin.IsKnown(request.Origin)
            ? null
            : new WrongSale("origin", "国は JP のような2文字、都道府県は JP-01～JP-47 にしてください", "give a country as two letters, a prefecture as JP-01 to JP-47"));

    private static Failure? Visitor(VisitorToken? visitor)
    {
        if (visitor is null)
            return null;
        return Text(visitor.Token, MaxCode, "visitor.token")
            ?? (TokenSources.Contains(visitor.Source)
                ? null
                : new WrongSale("visitor.source", $"{string.Join("、", TokenSources)} のどれかにしてください", $"use one of {string.Join(", ", TokenSources)}"));
    }

    /// <summary>Longest ticket code that is kept; ours are about 150 characters.</summary>
    public const int MaxTicket = 1_000;
}

/// <summary>Where visitors say they come from.</summary>
internal static class Origin
{
    private const int Prefectures = 47;

    /// <summary>ISO 3166-1 alpha-2, as assigned.</summary>
    private static readonly HashSet<string> Countries =
    [
        .. ("AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM "
            + "CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW "
            + "GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD "
            + "ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW "
            + "PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG "
            + "UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW").Split(' '),
    ];

    public static bool IsKnown(string origin) => Countries.Contains(origin) || IsPrefecture(origin);

    private static bool IsPrefecture(string origin) => origin.Length == 5 && origin.StartsWith("JP-", StringComparison.Ordinal)
        && char.IsAsciiDigit(origin[3]) && char.IsAsciiDigit(origin[4]) && (origin[3] - '0') * 10 + origin[4] - '0' is >= 1 and <= Prefectures;
}
