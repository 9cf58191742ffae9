using System.Text.Json.Nodes;
using NJsonSchema;
using Tourism.Testing;

namespace Tourism.Pos.Tests.Sandbox;

/// <summary>The provider's published shapes, as far as the sandbox speaks them.</summary>
internal static class StripeSchema
{
    private static readonly Lazy<string> Text = new(() => System.IO.File.ReadAllText(Repository.Path("tests", "Pos.Tests", "Sandbox", "stripe-schema.json")));
    private static readonly Lazy<Task<JsonSchema>> All = new(() => JsonSchema.FromJsonAsync(Text.Value));

    private static readonly Lazy<List<StripeOperation>> Operations = new(() =>
        [.. JsonNode.Parse(Text.Value)!["x-operations"]!.AsObject().Select(one => StripeOperation.Of(one.Key, one.Value!))]);

    public static async Task<JsonSchema> ShapeAsync(string name) => (await All.Value).Definitions[name];

    public static async Task MustFitAsync(string json, string shape) => Assert.Equal("", await MisfitAsync(json, shape));

    /// <summary>What is wrong with it; empty when nothing is.</summary>
    public static async Task<string> MisfitAsync(string json, string shape)
    {
        var errors = (await ShapeAsync(shape)).Validate(json);
        return errors.Count == 0 ? "" : $"{shape}: {string.Join("; ", errors.Take(5))}\n{json}";
    }

    public static Task<string> EventMisfitAsync(string json) => MisfitAsync(json, EventOf((string)JsonNode.Parse(json)!["type"]!));

    /// <summary>The operation behind an address; <c>null</c> for one the sandbox does not speak.</summary>
    public static StripeOperation? Find(string method, string path) => Operations.Value.SingleOrDefault(one => one.Fits(method, path));

    private static string EventOf(string type) => string.Concat(type.Split('.', '_').Select(word => char.ToUpperInvariant(word[0]) + word[1..])) + "Event";
}

/// <summary>One operation of the API.</summary>
/// <param name="Method">In capitals.</param>
/// <param name="Path">Its parts; one in braces stands for any.</param>
/// <param name="Request">Shape of its parameters.</param>
/// <param name="Response">Shape of its answer, or of each row of it.</param>
/// <param name="IsList">The answer is a list.</param>
internal sealed record StripeOperation(string Method, string[] Path, string Request, string Response, bool IsList)
{
    public static StripeOperation Of(string name, JsonNode shapes)
    {
        var (at, response) = (name.IndexOf(' ', StringComparison.Ordinal), (string)shapes["response"]!);
        return new StripeOperation(name[..at], name[(at + 1)..].Split('/'), (string)shapes["request"]!, response.TrimEnd('[', ']'), response.EndsWith("[]", StringComparison.Ordinal));
    }

    public bool Fits(string method, string path)
    {
        var parts = path.Split('/');
        return method == Method && parts.Length == Path.Length && parts.Zip(Path).All(pair => pair.Second.StartsWith('{') || pair.First == pair.Second);
    }

    public async Task<string> MisfitOfAnswerAsync(string json)
    {
        if (!IsList)
            return await StripeSchema.MisfitAsync(json, Response);
        var list = JsonNode.Parse(json)!;
        if ((string?)list["object"] != "list" || list["has_more"] is null || list["url"] is null)
            return "No list: " + json;
        foreach (var row in list["data"]!.AsArray())
        {
            if (await StripeSchema.MisfitAsync(row!.ToJsonString(), Response) is { Length: > 0 } misfit)
                return misfit;
        }

        return "";
    }
}
