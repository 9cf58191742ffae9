using System.Security.Cryptography;
using CsCheck;
using Tourism.Pos.Shared.Tickets;
using Xunit;

namespace Tourism.Pos.Tests.Tickets;

public sealed class TicketCodeTests
{
    private static readonly TicketPayload Family = new(
        0xA1B2C3D4, Guid.Parse("0197a5c0-1234-7abc-8def-0123456789ab"), 1, new DateOnly(2026, 11, 22), 1, [new(1, 2), new(3, 1), new(4, 300)]);

    [Fact]
    public void ToBytes_Family_IsThePublishedLayout() =>
        Assert.Equal("01" + "A1B2C3D4" + "0197A5C012347ABC8DEF0123456789AB" + "01" + "D513" + "01" + "03" + "0102" + "0301" + "04AC02", Convert.ToHexString(Family.ToBytes()));

    [Fact]
    public void Read_WhatWasWritten_ComesBack()
    {
        var code = new TicketCode(Family, Family.ToBytes(), RandomNumberGenerator.GetBytes(64));

        foreach (var text in new[] { code.ToString(), code.ToString().ToLowerInvariant(), $"HTTPS://PAY.CITY.EXAMPLE/T/{code}", $"  {code}\n" })
        {
            var read = TicketCode.Read(text)!;
            Assert.Equal(Family with { Party = [] }, read.Payload with { Party = [] });
            Assert.Equal(Family.Party, read.Payload.Party);
            Assert.Equal(code.Signature, read.Signature);
            Assert.Equal(303, read.Payload.People);
        }
    }

    [Fact]
    public void ToString_Family_IsShortAndAlphanumeric()
    {
        var text = new TicketCode(Family, Family.ToBytes(), new byte[64]).ToString();

        Assert.InRange(text.Length, 100, 170);
        Assert.All(text, character => Assert.True(character is >= '0' and <= '9' or >= 'A' and <= 'V'));
    }

    [Fact]
    public void Read_AnyText_NeverThrows() => Gen.String.Sample(text => { TicketCode.Read(text); });

    [Fact]
    public void Read_AnyBytes_NeverThrows() => Gen.Select(Gen.Byte[1, 2], Gen.Byte.Array[0, 200]).Sample((version, bytes) =>
    {
        TicketCode.Read(Tourism.Kernel.Base32.Encode([version, .. bytes]));
    });

    /// <summary>A few wrong characters: either the code is no ticket, or its signature cannot hold any more.</summary>
    [Fact]
    public void Read_EditedCode_IsNothingOrDoesNotVerify()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var text = new TicketCode(Family, Family.ToBytes(), key.SignData(Family.ToBytes(), HashAlgorithmName.SHA256)).ToString();
        Gen.Select(Gen.Int[0, text.Length - 1], Gen.Char.AlphaNumeric).Array[1, 4].Sample(edits =>
        {
            var edited = text.ToCharArray();
            foreach (var (at, character) in edits)
                edited[at] = char.ToUpperInvariant(character);
            var read = TicketCode.Read(new string(edited));
            Assert.True(read is null || new string(edited) == text || !key.VerifyData(read.Signed, read.Signature, HashAlgorithmName.SHA256));
        });
    }

    [Fact]
    public void Read_AnyPayload_ComesBackByteForByte() => Gen.Select(
        Gen.UInt, Gen.Guid, Gen.Int[0, 9_999].Array[1, 20], Gen.Int[0, 40_000], Gen.Int[1, 400], Gen.Select(Gen.Int[0, 999], Gen.Int[1, 100_000]).Array[1, 20])
        .Sample((number, ticket, sites, day, days, party) =>
        {
            var payload = new TicketPayload(
                number, ticket, sites[0], new DateOnly(2020, 1, 1).AddDays(day), days, [.. party.Select(part => new TicketParty(part.Item1, part.Item2))],
                sites.Length == 1 ? null : sites[1..]);
            var read = TicketPayload.Read(payload.ToBytes())!;
            Assert.Equal((payload.FirstDay, payload.LastDay, payload.People), (read.FirstDay, read.LastDay, read.People));
            Assert.Equal(payload.Sites, read.Sites);
            Assert.Equal(payload.ToBytes(), read.ToBytes());
        });

    [Theory]
    [InlineData("")]
    [InlineData("/")]
    [InlineData("https://example.com/t/")]
    [InlineData("WXYZ")]
    public void Read_ForeignText_IsNull(string text) => Assert.Null(TicketCode.Read(text));
}
