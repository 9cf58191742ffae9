using System.Text.Json;
using Tourism.Kernel;
using Tourism.Kernel.Server.Hosting;

namespace Tourism.Points.Programmes;

/// <summary>Reads a data file of the city.</summary>
internal static class CityFile
{
    /// <summary>The file's content; <c>null</c> when this city has no such file. A file that cannot be read stops the start and names itself.</summary>
    public static async Task<T?> ReadAsync<T>(TourismOptions options, string name, CancellationToken ct) where T : class
    {
        var path = Path.Combine(options.CityDirectory, name);
        if (!File.Exists(path))
            return null;
        try
        {
            await using var file = File.OpenRead(path);
            return await JsonSerializer.DeserializeAsync<T>(file, Json.Options, ct) ?? throw new JsonException("The file is empty.");
        }
        catch (JsonException error)
        {
            throw new InvalidOperationException($"The city's file '{path}' cannot be read. Correct it: {error.Message}", error);
        }
    }
}
