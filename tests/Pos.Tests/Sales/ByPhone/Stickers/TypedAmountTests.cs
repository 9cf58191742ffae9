using Tourism.Pos.Sales.ByPhone.Stickers;

namespace Tourism.Pos.Tests.Sales.ByPhone.Stickers;

public sealed class TypedAmountTests
{
    [Theory]
    [InlineData("1080", 1_080)]
    [InlineData("50", 50)]
    [InlineData("9999999", 9_999_999)]
    [InlineData("1,080", 1_080)]
    [InlineData("１０８０", 1_080)]
    [InlineData("１，０８０円", 1_080)]
    [InlineData("￥1,080", 1_080)]
    [InlineData(" 1 080 ", 1_080)]
    [InlineData("1、080", 1_080)]
    [InlineData("0001080", 1_080)]
    [InlineData("1080元", 1_080)]
    public void Of_WhatPeopleType_IsTheAmount(string typed, long yen) => Assert.Equal((yen, null), (TypedAmount.Of(typed).Yen.Amount, TypedAmount.Of(typed).Wrong));

    [Theory]
    [InlineData(null, "wrong")]
    [InlineData("", "wrong")]
    [InlineData("円", "wrong")]
    [InlineData("-1080", "wrong")]
    [InlineData("10.80", "wrong")]
    [InlineData("1e5", "wrong")]
    [InlineData("٣٠٠", "wrong")]
    [InlineData("1080\0", "wrong")]
    [InlineData("1080\uFFFE", "wrong")]
    [InlineData("1080\uD800", "wrong")]
    [InlineData("0000000000000000000000000001080", "wrong")]
    [InlineData("0", "too-little")]
    [InlineData("49", "too-little")]
    [InlineData("10000000", "too-much")]
    [InlineData("99999999999999999999999", "too-much")]
    public void Of_WhatCannotBePaid_SaysWhy(string? typed, string why) => Assert.Equal(why, TypedAmount.Of(typed).Wrong);
}
