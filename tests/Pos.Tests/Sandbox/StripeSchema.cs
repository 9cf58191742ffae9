using NJsonSchema;
using Tourism.Testing;

namespace Tourism.Pos.Tests.Sandbox;

/// <summary>The provider's published shapes, kept beside the repository; without them these tests are skipped by name.</summary>
internal static class StripeSchema
{
    private static readonly string? File = Candidates().FirstOrDefault(System.IO.File.Exists);
    private static readonly Lazy<Task<JsonSchema>> All = new(() => JsonSchema.FromFileAsync(File!));

    public static async Task MustFitAsync(string json, string shape)
    {
        var errors = (await All.Value).Definitions[shape].Validate(json);
        Assert.True(errors.Count == 0, $"{shape}: {string.Join("; ", errors.Take(5))}\n{json}");
    }

    public static void Need() => Needs.Demand(
        File is null ? "No ../shared/stripe/jsonschema-2026-10-28.json beside the repository, or in TOURISM_SHARED: the sandbox's shapes go unchecked." : null,
        alsoInCi: false);

    private static IEnumerable<string> Candidates() =>
        new[] { Environment.GetEnvironmentVariable("TOURISM_SHARED"), Repository.Path("..", "shared") }
            .OfType<string>().Select(folder => Path.Combine(folder, "stripe", "jsonschema-2026-10-28.json"));
}
