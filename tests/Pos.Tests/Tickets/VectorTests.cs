using System.Security.Cryptography;
using System.Text.Json;
using Tourism.Kernel;
using Tourism.Pos.Admissions;
using Tourism.Pos.Shared.Tickets;
using Tourism.Pos.Shared.Wire;
using Tourism.Testing;
using Xunit;

namespace Tourism.Pos.Tests.Tickets;

/// <summary>The published test vectors, signed by WebCrypto and read here; the browser reads the same file.</summary>
public sealed class VectorTests
{
    private static readonly VectorFile File = JsonSerializer.Deserialize<VectorFile>(
        System.IO.File.ReadAllText(Repository.Path("src", "Pos", "Shared", "Tickets", "vectors.json")), Json.Options)!;

    public static TheoryData<string> Good { get; } = [.. File.Good.Select(one => one.Name)];

    public static TheoryData<string> Bad { get; } = [.. File.Bad.Select(one => one.Name)];

    [Theory]
    [MemberData(nameof(Good))]
    public void Read_GoodCode_SaysWhatIsPublishedAndVerifies(string name)
    {
        var vector = File.Good.Single(one => one.Name == name);
        var code = TicketCode.Read(vector.Text)!;
        Assert.Equal(JsonSerializer.Serialize(vector.Payload, Json.Options), JsonSerializer.Serialize(Published(code.Payload), Json.Options));
        Assert.Equal(vector.Signed, Convert.ToHexString(code.Payload.ToBytes()));
        Assert.True(KeyOf(code)!.Verify(code));
    }

    [Theory]
    [MemberData(nameof(Bad))]
    public void Read_BadCode_IsRefusedForThePublishedReason(string name)
    {
        var vector = File.Bad.Single(one => one.Name == name);
        Assert.Equal(vector.Outcome, Refusal(TicketCode.Read(vector.Text)));
    }

    [Fact]
    public void KeyId_OfEveryListedKey_IsTheStartOfItsHash() => Assert.All(File.Keys, key =>
        Assert.Equal(key.Key, System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(SHA256.HashData(Convert.FromBase64String(key.PublicKey)))));

    private static ScanOutcome Refusal(TicketCode? code)
    {
        if (code is null)
            return ScanOutcome.Invalid;
        if (KeyOf(code) is not { } key)
            return ScanOutcome.UnknownKey;
        return key.Verify(code) ? ScanOutcome.Admitted : ScanOutcome.Invalid;
    }

    private static ListedKey? KeyOf(TicketCode code) => File.Keys.FirstOrDefault(key => key.Key == code.Payload.Key) is { } found
        ? new ListedKey(new TicketKey { KeyId = found.Key, PublicKey = Convert.FromBase64String(found.PublicKey), ListedAt = default }, before: null)
        : null;

    private static PayloadVector Published(TicketPayload payload) =>
        new(payload.Key, payload.Ticket, payload.Site, payload.Also, payload.FirstDay, payload.Days, payload.Party);

    private sealed record VectorFile(string About, IReadOnlyList<KeyVector> Keys, IReadOnlyList<GoodVector> Good, IReadOnlyList<BadVector> Bad);

    private sealed record KeyVector(string Signer, uint Key, string PublicKey);

    private sealed record GoodVector(string Name, string Text, string Signed, PayloadVector Payload);

    private sealed record PayloadVector(
        uint Key, Guid Ticket, int Site, IReadOnlyList<int>? Also, DateOnly FirstDay, int Days, IReadOnlyList<TicketParty> Party);

    private sealed record BadVector(string Name, string Text, ScanOutcome Outcome);
}
