using System.Text.Json;
using System.Text.Json.Serialization;
using Tourism.Kernel;
using Tourism.Kernel.Server.Http;

namespace Tourism.Pos.Http;

/// <summary>
/// Turns away addresses with U+0000 in them, whatever they ask for: PostgreSQL keeps no such text, and nothing that people type has it. What a
/// browser sends as half a character arrives as U+FFFD already.
/// </summary>
internal sealed class ReadableText(RequestDelegate next)
{
    public const char Nothing = '\0';

    public Task InvokeAsync(HttpContext context) =>
        Wrong(context.Request) is { } field ? Problems.WriteAsync(new UnreadableText(field), StatusCodes.Status400BadRequest, context) : next(context);

    private static string? Wrong(HttpRequest request)
    {
        if (request.Path.Value?.Contains(Nothing) ?? false)
            return "path";
        return request.Query.FirstOrDefault(asked => asked.Key.Contains(Nothing) || asked.Value.Any(value => value?.Contains(Nothing) ?? false)).Key?.Replace(Nothing, '?');
    }

    private sealed record UnreadableText(string At) : Failure(
        "unreadable-text", FailureKind.Invalid,
        $"アドレスの「{At}」に、文字として扱えない U+0000 が入っています。取り除いてください。", $"'{At}' of the address holds U+0000, which is no text. Leave it out.", At);
}

/// <summary>The same for every text of a body. The reader itself refuses half a character (a lone surrogate).</summary>
internal sealed class ReadableTextJson : JsonConverter<string>
{
    public override string? Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options)
    {
        var text = reader.GetString();
        return text?.Contains(ReadableText.Nothing) ?? false ? throw new JsonException("U+0000 is no text.") : text;
    }

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);
}
