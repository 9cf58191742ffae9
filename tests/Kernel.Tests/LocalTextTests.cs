namespace Tourism.Kernel.Tests;

public sealed class LocalTextTests
{
    [Fact]
    public void In_EachLanguage_IsThatText()
    {
        var text = new LocalText("j", "e", "k", "t", "s");
        Assert.Equal(["j", "e", "k", "t", "s"], Language.All.Select(text.In));
    }

    [Fact]
    public void In_AMissingLanguage_IsEnglish()
    {
        var text = new LocalText("j", "e");
        Assert.Equal(["j", "e", "e", "e", "e"], Language.All.Select(text.In));
    }

    [Fact]
    public void In_WithJapaneseOnly_IsJapanese()
    {
        var text = new LocalText("j");
        Assert.Equal(["j", "j", "j", "j", "j"], Language.All.Select(text.In));
    }
}
