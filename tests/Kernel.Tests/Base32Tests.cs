using CsCheck;

namespace Tourism.Kernel.Tests;

public sealed class Base32Tests
{
    [Fact]
    public void Decode_OfAnyEncodedBytes_GivesThemBack() => Gen.Byte.Array[0, 200].Sample(bytes =>
    {
        var text = Base32.Encode(bytes);
        Assert.Equal((bytes.Length * 8 + 4) / 5, text.Length);
        Assert.All(text, character => Assert.Contains(character, "0123456789ABCDEFGHIJKLMNOPQRSTUV"));
        Assert.Equal(bytes, Base32.Decode(text));
        Assert.Equal(bytes, Base32.Decode(text.ToLowerInvariant()));
    });

    /// <summary>One text per value: no two codes stand for the same bytes.</summary>
    [Fact]
    public void Encode_OfAnyTextThatDecodes_GivesThatText() => Gen.Char["0123456789ABCDEFGHIJKLMNOPQRSTUV"].Array[0, 40].Sample(characters =>
    {
        if (Base32.Decode(characters) is { } bytes)
            Assert.Equal(new string(characters), Base32.Encode(bytes));
    });

    /// <summary>The test vectors of RFC 4648 §10 for base32hex, without their padding.</summary>
    [Theory]
    [InlineData("", "")]
    [InlineData("f", "CO")]
    [InlineData("fo", "CPNG")]
    [InlineData("foo", "CPNMU")]
    [InlineData("foob", "CPNMUOG")]
    [InlineData("fooba", "CPNMUOJ1")]
    [InlineData("foobar", "CPNMUOJ1E8")]
    public void Encode_OfTheStandardsVectors_IsAsPrinted(string plain, string expected)
    {
        Assert.Equal(expected, Base32.Encode(System.Text.Encoding.ASCII.GetBytes(plain)));
        Assert.Equal(System.Text.Encoding.ASCII.GetBytes(plain), Base32.Decode(expected));
    }

    [Theory]
    [InlineData("C", "a length no bytes have")]
    [InlineData("CPN", "a length no bytes have")]
    [InlineData("CPNMUO", "a length no bytes have")]
    [InlineData("CP", "bits beyond the last byte")]
    [InlineData("CW", "a letter outside the alphabet")]
    [InlineData("C=", "padding")]
    [InlineData("C ", "a space")]
    [InlineData("Cé", "a foreign letter")]
    [InlineData("Cı", "a dotless i, whose capital is I")]
    [InlineData("１２", "full-width digits")]
    public void Decode_OfSomethingElse_IsRefused(string text, string why) => Assert.True(Base32.Decode(text) is null, why);
}
