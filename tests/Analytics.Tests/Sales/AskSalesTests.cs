using Tourism.Analytics.Sales;

namespace Tourism.Analytics.Tests.Sales;

public sealed class AskSalesTests
{
    private static readonly DateOnly Today = new(2026, 11, 22);

    [Theory]
    [InlineData(null, null, "2026-11-22", "2026-11-22")]
    [InlineData("2026-11-01", null, "2026-11-01", "2026-11-22")]
    [InlineData(null, "2026-11-05", "2026-11-05", "2026-11-05")]
    [InlineData("2025-10-19", "2026-11-22", "2025-10-19", "2026-11-22")]
    public void Read_WhatMayBeAsked_IsUnderstood(string? from, string? to, string first, string last)
    {
        var question = new AskSales(from, to).Read(Today).Value;
        Assert.Equal((first, last), ($"{question.From:yyyy-MM-dd}", $"{question.To:yyyy-MM-dd}"));
    }

    [Theory]
    [InlineData("22.11.2026", null, null, null, "unreadable-date", "from")]
    [InlineData(null, "2026-02-30", null, null, "unreadable-date", "to")]
    [InlineData("2026-11-22T00:00:00Z", null, null, null, "unreadable-date", "from")]
    [InlineData("2026-11-23", null, null, null, "dates-reversed", "from")]
    [InlineData("2025-10-18", "2026-11-22", null, null, "too-many-days", "from")]
    [InlineData(null, null, "xlsx", null, "unknown-choice", "format")]
    [InlineData(null, null, "csv", "euc-jp", "unknown-choice", "encoding")]
    public void Read_WhatMayNotBeAsked_NamesTheField(string? from, string? to, string? format, string? encoding, string code, string field)
    {
        var failure = new AskSales(from, to, format, encoding).Read(Today).Failure;
        Assert.Equal((code, field), (failure?.Code, failure?.Field));
    }
}
