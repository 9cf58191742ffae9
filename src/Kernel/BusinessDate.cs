using System.Globalization;

namespace Tourism.Kernel;

/// <summary>The calendar of the books: days of Asia/Tokyo, fiscal years from 1 April (Local Autonomy Act art. 208).</summary>
public static class BusinessDate
{
    private const string Days = "yyyy-MM-dd";

    /// <summary>Japan Standard Time has been UTC+9 without summer time since 1952, so no time-zone database is needed in the browser.</summary>
    public static readonly TimeSpan Offset = TimeSpan.FromHours(9);

    /// <summary>The Japanese calendar day of a UTC instant.</summary>
    public static DateOnly Of(DateTime utc) => DateOnly.FromDateTime(Local(utc));

    /// <summary>The Japanese wall-clock time of a UTC instant (unspecified kind).</summary>
    public static DateTime Local(DateTime utc) => DateTime.SpecifyKind(utc + Offset, DateTimeKind.Unspecified);

    /// <summary>The UTC instant at which a Japanese calendar day begins.</summary>
    public static DateTime StartUtc(DateOnly day) => DateTime.SpecifyKind(day.ToDateTime(TimeOnly.MinValue) - Offset, DateTimeKind.Utc);

    /// <summary>A day as <c>2026-11-22</c>: read alike in every language, and what a browser's date field takes.</summary>
    public static string Text(DateOnly day) => day.ToString(Days, CultureInfo.InvariantCulture);

    /// <summary>A UTC instant in Japanese time, as <c>2026-11-22 10:32</c>.</summary>
    public static string Text(DateTime utc) => Local(utc).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    /// <summary>The day that <see cref="Text(DateOnly)"/> wrote; <c>null</c> for anything else.</summary>
    public static DateOnly? Read(string? text) =>
        DateOnly.TryParseExact(text, Days, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>Fiscal year of a day, named by the calendar year it starts in: 2027-03-31 belongs to 2026.</summary>
    public static int FiscalYear(DateOnly day) => day.Month >= 4 ? day.Year : day.Year - 1;

    /// <summary>Last day of a fiscal year: 31 March of the next calendar year.</summary>
    public static DateOnly FiscalYearEnd(int fiscalYear) => new(fiscalYear + 1, 3, 31);
}
