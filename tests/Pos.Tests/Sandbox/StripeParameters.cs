using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;
using NJsonSchema;

namespace Tourism.Pos.Tests.Sandbox;

/// <summary>Parameters as they travel (flat, all text) made into the JSON that the schema speaks of.</summary>
internal static class StripeParameters
{
    public static async Task<string> MisfitAsync(string form, string shape)
    {
        var root = new Dictionary<string, object>();
        foreach (var (key, value) in QueryHelpers.ParseQuery(form))
            Put(root, key.Replace("]", "", StringComparison.Ordinal).Split('['), value.ToString());
        return await StripeSchema.MisfitAsync(Typed(root, await StripeSchema.ShapeAsync(shape))!.ToJsonString(), shape);
    }

    private static void Put(Dictionary<string, object> at, string[] path, string value)
    {
        foreach (var name in path[..^1])
        {
            if (!at.TryGetValue(name, out var next))
                at[name] = next = new Dictionary<string, object>();
            at = (Dictionary<string, object>)next;
        }

        at[path[^1]] = value;
    }

    private static JsonNode? Typed(object value, JsonSchema? schema)
    {
        var shapes = Shapes(schema).ToList();
        if (value is string text)
            return TypedText(text, shapes);
        var map = (Dictionary<string, object>)value;
        if (shapes.FirstOrDefault(shape => shape.Item is not null) is { } list)
            return new JsonArray([.. map.Values.Select(row => Typed(row, list.Item))]);
        return new JsonObject(map.Select(pair => KeyValuePair.Create(pair.Key, Typed(pair.Value, Property(shapes, pair.Key)))));
    }

    private static JsonNode? TypedText(string text, List<JsonSchema> shapes) =>
        Takes(shapes, JsonObjectType.Integer) && long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? JsonValue.Create(number)
        : Takes(shapes, JsonObjectType.Boolean) && bool.TryParse(text, out var flag) ? JsonValue.Create(flag)
        : JsonValue.Create(text);

    private static bool Takes(List<JsonSchema> shapes, JsonObjectType type) => shapes.Any(shape => shape.Type.HasFlag(type));

    private static JsonSchema? Property(List<JsonSchema> shapes, string name) => shapes
        .Select(shape => shape.Properties.TryGetValue(name, out var property) ? property : shape.AdditionalPropertiesSchema).FirstOrDefault(found => found is not null);

    private static IEnumerable<JsonSchema> Shapes(JsonSchema? schema) => schema is null
        ? []
        : schema.ActualSchema.AnyOf.SelectMany(Shapes).Prepend(schema.ActualSchema);
}
