using Tourism.Pos.Shops;

namespace Tourism.Pos.Tests.Shops;

public sealed class HolderNameTests
{
    [Theory]
    [InlineData("やまだ はなこ", "ヤマダ ハナコ")]
    [InlineData("ﾔﾏﾀﾞ ﾊﾅｺ", "ヤマダ ハナコ")]
    [InlineData("しょうてん", "シヨウテン")]
    [InlineData("カ）モミジ", "カ)モミジ")]
    [InlineData("ｋ．ｙａｍａｄａ", "K.YAMADA")]
    [InlineData("　ヤマダ　ハナコ　", "ヤマダ ハナコ")]
    public void Of_AsPeopleType_IsAsBanksWrite(string typed, string written)
    {
        Assert.Equal(written, HolderName.Of(typed));
        Assert.True(HolderName.IsGood(written));
    }

    [Theory]
    [InlineData("山田 花子")]
    [InlineData("ヤマダ_ハナコ")]
    [InlineData("ヤマダ\nハナコ")]
    public void IsGood_WhatNoTransferCarries_False(string holder) => Assert.False(HolderName.IsGood(HolderName.Of(holder)));
}
