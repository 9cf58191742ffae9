namespace Tourism.Kernel.Tests;

public sealed class LanguageTests
{
    [Theory]
    [InlineData("ja", "ja")]
    [InlineData("ja-JP", "ja")]
    [InlineData("JA", "ja")]
    [InlineData(" ko-KR ", "ko")]
    [InlineData("en-GB", "en")]
    [InlineData("zh", "zh-Hans")]
    [InlineData("zh-CN", "zh-Hans")]
    [InlineData("zh-SG", "zh-Hans")]
    [InlineData("zh-Hans-HK", "zh-Hans")]
    [InlineData("zh-TW", "zh-Hant")]
    [InlineData("zh-HK", "zh-Hant")]
    [InlineData("zh-MO", "zh-Hant")]
    [InlineData("zh-Hant", "zh-Hant")]
    [InlineData("zh-Hant-TW", "zh-Hant")]
    [InlineData("fr", "en")]
    [InlineData("jav", "en")]
    [InlineData("*", "en")]
    [InlineData("", "en")]
    public void Best_OfOneWish_IsOursOrEnglish(string wish, string expected) => Assert.Equal(expected, Language.Best([wish]));

    [Fact]
    public void Best_OfSeveralWishes_IsTheFirstThatIsOurs() => Assert.Equal(Language.Ko, Language.Best(["fr-FR", "ko", "ja"]));

    [Fact]
    public void Best_OfNoWish_IsEnglish() => Assert.Equal(Language.En, Language.Best([]));

    [Fact]
    public void IsKnown_OfATag_IsExact()
    {
        Assert.All(Language.All, tag => Assert.True(Language.IsKnown(tag)));
        Assert.False(Language.IsKnown("ja-JP"));
        Assert.False(Language.IsKnown(null));
    }

    [Fact]
    public void NameOf_EachLanguage_IsAnother() => Assert.Equal(5, Language.All.Select(Language.NameOf).Distinct().Count());
}
