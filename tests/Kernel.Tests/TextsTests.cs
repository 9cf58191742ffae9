namespace Tourism.Kernel.Tests;

public sealed class TextsTests
{
    private static readonly Texts Greetings = Texts.Load(typeof(TextsTests).Assembly, "Greetings");

    [Fact]
    public void Load_OfEmbeddedFiles_KnowsTheirLanguagesAndKeys()
    {
        Assert.Equal(["en", "ja"], Greetings.Languages.Order());
        Assert.Equal(["hello", "total"], Greetings.KeysIn("ja").Order());
    }

    [Fact]
    public void Get_WithValues_PutsThemIn() => Assert.Equal("Total 1,300 yen", Greetings.Get("en", "total", new Yen(1300)));

    [Fact]
    public void Get_OfAMissingKey_ThrowsAndNamesIt() =>
        Assert.Contains("bye", Assert.Throws<KeyNotFoundException>(() => Greetings.Get("ja", "bye")).Message, StringComparison.Ordinal);
}
