using System.Security.Cryptography;
using System.Text.Json;

namespace Tourism.Kernel.Server.Http;

/// <summary>Tells a repeated write from another write under the same id.</summary>
public static class RequestHash
{
    /// <summary>SHA-256, 64 hex digits, over the request as this system writes it: spacing and field order of the sender do not count.</summary>
    public static string Of<T>(T request) => Convert.ToHexString(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(request, Json.Options)));

    /// <summary>Same id, another body.</summary>
    public static Failure Reused(Guid id) => new(
        "id-reused", FailureKind.Conflict,
        $"ID {id} は別の内容ですでに使われています。新しいIDで送ってください。",
        $"The id {id} was already used for something else. Send this under a new id.");
}
