using System.Text.Json;
using System.Text.Json.Serialization;

namespace Tourism.Kernel;

/// <summary>The one way this system writes JSON: on the wire, in the outbox and in hashes.</summary>
public static class Json
{
    /// <summary>camelCase, enums as camelCase words, UTC times cut to microseconds, nulls left out, unknown fields refused.</summary>
    public static JsonSerializerOptions Options { get; } = Configure(new JsonSerializerOptions(JsonSerializerDefaults.Web));

    /// <summary>Applies the same rules to options made by a framework.</summary>
    public static JsonSerializerOptions Configure(JsonSerializerOptions options)
    {
        options.NumberHandling = JsonNumberHandling.Strict;
        options.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        options.AllowDuplicateProperties = false;
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
        options.Converters.Add(new UtcTimeJson());
        return options;
    }
}

internal sealed class YenJson : JsonConverter<Yen>
{
    public override Yen Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) => new(reader.GetInt64());

    public override void Write(Utf8JsonWriter writer, Yen value, JsonSerializerOptions options) => writer.WriteNumberValue(value.Amount);
}

internal sealed class PointAmountJson : JsonConverter<PointAmount>
{
    public override PointAmount Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) => new(reader.GetInt64());

    public override void Write(Utf8JsonWriter writer, PointAmount value, JsonSerializerOptions options) => writer.WriteNumberValue(value.Amount);
}

/// <summary>Accepts any offset, keeps UTC; a time without an offset is refused because nobody can know which hour it names.</summary>
internal sealed class UtcTimeJson : JsonConverter<DateTime>
{
    public override DateTime Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options)
    {
        var time = reader.GetDateTime();
        return time.Kind == DateTimeKind.Unspecified
            ? throw new JsonException("A time needs its offset, for example 2026-11-22T09:30:00+09:00 or …Z.")
            : time.ToUniversalTime().ToMicros();
    }

    public override void Write(Utf8JsonWriter writer, DateTime value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToUniversalTime());
}
