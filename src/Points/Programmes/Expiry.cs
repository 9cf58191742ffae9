using Tourism.Kernel;

namespace Tourism.Points.Programmes;

/// <summary>When points of a programme lapse. A programme names one of these and the article it rests on.</summary>
internal enum ExpiryRule
{
    /// <summary>31 March of the fiscal year of the grant.</summary>
    FiscalYearEnd,

    /// <summary>31 March of the fiscal year after the grant.</summary>
    NextFiscalYearEnd,
}

internal static class Expiry
{
    /// <summary>Last day of use of points granted on <paramref name="day"/>.</summary>
    public static DateOnly LastDay(this ExpiryRule rule, DateOnly day) => rule switch
    {
        ExpiryRule.FiscalYearEnd => BusinessDate.FiscalYearEnd(BusinessDate.FiscalYear(day)),
        ExpiryRule.NextFiscalYearEnd => BusinessDate.FiscalYearEnd(BusinessDate.FiscalYear(day) + 1),
        _ => throw new ArgumentOutOfRangeException(nameof(rule), rule, "No such expiry rule."),
    };
}
