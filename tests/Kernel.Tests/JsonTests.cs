using System.Text.Json;

namespace Tourism.Kernel.Tests;

public sealed class JsonTests
{
    public enum Colour
    {
        DeepRed,
    }

    public sealed record Thing(string Name, DateTime? At = null, Colour? Colour = null, int Count = 0);

    [Fact]
    public void Write_OfARecord_IsCamelCaseWithoutNulls() =>
        Assert.Equal("""{"name":"x","colour":"deepRed","count":0}""", JsonSerializer.Serialize(new Thing("x", Colour: Colour.DeepRed), Json.Options));

    [Theory]
    [InlineData("""{"name":"x","nmae":"y"}""", "a field nobody knows")]
    [InlineData("""{"name":"x","name":"y"}""", "a field twice")]
    [InlineData("""{"name":"x","Name":"y"}""", "a field twice in another case")]
    [InlineData("""{"name":"x","count":"1"}""", "a number in quotes")]
    [InlineData("""{"name":"x","count":1.5}""", "a broken number")]
    [InlineData("""{"name":"x","count":3000000000}""", "a number too large")]
    [InlineData("""{"name":"x","colour":0}""", "a word as its number")]
    [InlineData("""{"name":"x","colour":"blue"}""", "a word nobody knows")]
    [InlineData("""{"name":"x","at":"2026-11-22T09:30:00"}""", "a time without its offset")]
    [InlineData("""{"name":"x","at":"2026-11-22"}""", "a day for a time")]
    [InlineData("""{"name":"x","at":"yesterday"}""", "no time at all")]
    [InlineData("""{"name":"x",}""", "a comma too many")]
    [InlineData("""{"name":"x"} {}""", "something after the end")]
    [InlineData("""{"name":"x"/* a */}""", "a comment")]
    public void Read_OfSomethingInexact_IsRefused(string text, string why) =>
        Assert.True(Record.Exception(() => JsonSerializer.Deserialize<Thing>(text, Json.Options)) is JsonException, why);

    [Theory]
    [InlineData("2026-11-22T09:30:00+09:00")]
    [InlineData("2026-11-22T00:30:00Z")]
    [InlineData("2026-11-22T00:30:00.0000009Z")]
    [InlineData("2026-11-21T19:30:00-05:00")]
    public void Read_OfATimeInAnyZone_IsTheInstantInUtcMicroseconds(string text)
    {
        var at = JsonSerializer.Deserialize<Thing>($$"""{"name":"x","at":"{{text}}"}""", Json.Options)!.At!.Value;
        Assert.Equal((new DateTime(2026, 11, 22, 0, 30, 0, DateTimeKind.Utc), DateTimeKind.Utc), (at, at.Kind));
    }

    [Fact]
    public void Write_OfATime_EndsInZ() => Assert.Equal(
        """{"name":"x","at":"2026-11-22T00:30:00.000001Z","count":0}""",
        JsonSerializer.Serialize(new Thing("x", new DateTime(2026, 11, 22, 0, 30, 0, 0, 1, DateTimeKind.Utc)), Json.Options));
}
