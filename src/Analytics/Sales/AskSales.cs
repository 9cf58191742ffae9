using Tourism.Kernel;
using Tourism.Kernel.Server.Sheets;

namespace Tourism.Analytics.Sales;

/// <summary>The question as it stands in the address.</summary>
/// <param name="From">First business date, yyyy-MM-dd; <paramref name="To"/> or today when left out.</param>
/// <param name="To">Last business date, yyyy-MM-dd; today when left out.</param>
/// <param name="Format">json (default) or csv.</param>
/// <param name="Encoding">For csv: utf-8 (default, with byte order mark) or cp932.</param>
internal sealed record AskSales(string? From = null, string? To = null, string? Format = null, string? Encoding = null)
{
    private const int MaxDays = 400;

    /// <summary>The question, understood; or the first field that cannot be.</summary>
    public Result<SalesQuestion> Read(DateOnly today)
    {
        if (Date(To, today) is not { } to)
            return new UnreadableDate("to", To!);
        if (Date(From, To is null ? today : to) is not { } from)
            return new UnreadableDate("from", From!);
        if (from > to)
            return new DatesReversed();
        if (to.DayNumber - from.DayNumber >= MaxDays)
            return new TooManyDays(MaxDays);
        if ((Unknown("format", Format, "json", "csv") ?? Unknown("encoding", Encoding, CsvEncoding.Utf8, CsvEncoding.Cp932)) is { } unknown)
            return unknown;
        return new SalesQuestion(from, to, Format == "csv" ? CsvEncoding.Of(Encoding) : null);
    }

    private static DateOnly? Date(string? text, DateOnly otherwise) => string.IsNullOrEmpty(text) ? otherwise : BusinessDate.Read(text);

    private static UnknownChoice? Unknown(string field, string? value, params string[] known) =>
        string.IsNullOrEmpty(value) || known.Contains(value) ? null : new UnknownChoice(field, value, known);
}

/// <summary>Sales of some business dates, at most 400.</summary>
/// <param name="From">First.</param>
/// <param name="To">Last.</param>
/// <param name="Csv">How to write a file; <c>null</c> for an answer in JSON.</param>
internal sealed record SalesQuestion(DateOnly From, DateOnly To, CsvEncoding? Csv = null);

/// <summary>Not a date.</summary>
internal sealed record UnreadableDate(string At, string Value) : Failure(
    "unreadable-date", FailureKind.Invalid,
    $"「{At}」の値「{Value}」は日付として読めません。2026-11-22 のように指定してください。",
    $"'{Value}' in '{At}' is not a date. Write it like 2026-11-22.",
    At);

/// <summary>The period ends before it begins.</summary>
internal sealed record DatesReversed() : Failure(
    "dates-reversed", FailureKind.Invalid,
    "開始日「from」が終了日「to」より後です。開始日を終了日以前にしてください。",
    "'from' lies after 'to'. Let the period begin on or before the day it ends.",
    "from");

/// <summary>More than one answer may hold.</summary>
internal sealed record TooManyDays(int Most) : Failure(
    "too-many-days", FailureKind.Invalid,
    $"期間が長すぎます。「from」から「to」までを{Most}日以内にしてください。",
    $"The period is too long. Ask for {Most} days at most between 'from' and 'to'.",
    "from");

/// <summary>Not one of the choices.</summary>
internal sealed record UnknownChoice(string At, string Value, IReadOnlyList<string> Known) : Failure(
    "unknown-choice", FailureKind.Invalid,
    $"「{At}」に「{Value}」は指定できません。{string.Join("、", Known)} のいずれかを指定してください。",
    $"'{At}' cannot be '{Value}'. Choose one of {string.Join(", ", Known)}.",
    At);
