using Tourism.Kernel;

namespace Tourism.Kernel.Tests;

public sealed class RomajiTests
{
    [Theory]
    [InlineData("もみじ", "Momiji")]
    [InlineData("あきよしどう しょうてん", "Akiyoshido Shoten")]
    [InlineData("しんばし", "Shimbashi")]
    [InlineData("ほんま", "Homma")]
    [InlineData("さんぺい", "Sampei")]
    [InlineData("しんいち", "Shinichi")]
    [InlineData("はっちょう", "Hatcho")]
    [InlineData("きっちん にっぽん", "Kitchin Nippon")]
    [InlineData("おおの", "Ono")]
    [InlineData("ゆうき", "Yuki")]
    [InlineData("コーヒー ハウス", "Kohi Hausu")]
    [InlineData("ティールーム・ヴィラ", "Tirumu Vira")]
    [InlineData("じゃがいも", "Jagaimo")]
    [InlineData("つづき", "Tsuzuki")]
    [InlineData("  ", "")]
    [InlineData("っ", "")]
    [InlineData("Cafe みどり", "Cafe Midori")]
    public void Of_Kana_IsHepburnAsInPassports(string kana, string latin) => Assert.Equal(latin, Romaji.Of(kana));

    [Theory]
    [InlineData("カフェ みどり", true)]
    [InlineData("Cafe みどり", true)]
    [InlineData("おみやげ・もみじ", true)]
    [InlineData("田中商店", false)]
    [InlineData("Cafe", false)]
    [InlineData("", false)]
    public void Reads_OnlyWhatIsKana_True(string name, bool reads) => Assert.Equal(reads, Romaji.Reads(name));
}
