using System.Text.Json;

namespace Tourism.Pos.Office.Audit;

/// <summary>One field that differs between what a record said before and after.</summary>
/// <param name="Field">Its name, with dots between for what lies deeper.</param>
/// <param name="Before">As it was; empty when it was not there.</param>
/// <param name="After">As it is; empty when it is not there.</param>
public sealed record AuditChange(string Field, string Before, string After)
{
    /// <summary>The fields that differ, in the order of the later record; all of a record that has no other side.</summary>
    public static IReadOnlyList<AuditChange> Between(JsonElement? before, JsonElement? after)
    {
        var (old, now) = (Fields(before), Fields(after));
        return [.. now.Keys.Union(old.Keys).Select(field => new AuditChange(field, old.GetValueOrDefault(field, ""), now.GetValueOrDefault(field, "")))
            .Where(change => change.Before != change.After)];
    }

    private static Dictionary<string, string> Fields(JsonElement? record)
    {
        var fields = new Dictionary<string, string>();
        if (record is { } element)
            Collect(element, "", fields);
        return fields;
    }

    private static void Collect(JsonElement element, string path, Dictionary<string, string> fields)
    {
        if (element.ValueKind == JsonValueKind.Object)
        {
            foreach (var property in element.EnumerateObject())
                Collect(property.Value, path.Length == 0 ? property.Name : $"{path}.{property.Name}", fields);
        }
        else if (element.ValueKind == JsonValueKind.Array && element.EnumerateArray().Any(one => one.ValueKind == JsonValueKind.Object))
        {
            foreach (var (at, one) in element.EnumerateArray().Index())
                Collect(one, $"{path}[{at + 1}]", fields);
        }
        else
        {
            fields[path] = element.ValueKind == JsonValueKind.Array ? string.Join(", ", element.EnumerateArray()) : element.ToString();
        }
    }
}
