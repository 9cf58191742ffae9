using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using Tourism.Kernel.Server.Persistence;

namespace Tourism.Kernel.Server.Hosting;

/// <summary>What an installation is for.</summary>
public enum TourismMode
{
    /// <summary>Real money and real people. Everything must be configured by name.</summary>
    Production,

    /// <summary>Production with the payment sandbox and demo people: for teaching staff. Marked on every screen.</summary>
    Training,

    /// <summary>Embedded database, demo data and people, payment sandbox. Marked on every screen.</summary>
    Demo,
}

/// <summary>Reads the mode before options are bound, for what must differ by it.</summary>
public static class TourismModes
{
    /// <summary><c>Tourism:Mode</c>; Production unless said otherwise.</summary>
    public static TourismMode Mode(this IConfiguration configuration) => configuration.GetValue<TourismMode>("Tourism:Mode");
}

/// <summary>Section <c>Tourism</c> of the configuration.</summary>
public sealed class TourismOptions
{
    /// <summary>What this installation is for; Production unless said otherwise.</summary>
    public TourismMode Mode { get; set; }

    /// <summary>Address under which visitors reach the public pages, for example <c>https://pay.city.example</c>. Printed in every QR code.</summary>
    public string? PublicUrl { get; set; }

    /// <summary>Folder for the embedded database, the lake and keys made in Demo.</summary>
    public string DataDirectory { get; set; } = "data";

    /// <summary>Folder with the city's data files: sites, products, prices, programmes.</summary>
    public string CityDirectory { get; set; } = "Cities/mine-city";

    /// <summary>Folder with a file for each secret, named like its environment variable, for example <c>Tourism__Stripe__ApiKey</c>.</summary>
    public string? SecretsDirectory { get; set; }

    /// <summary>The database.</summary>
    public DatabaseOptions Database { get; set; } = new();

    /// <summary>Name for the pages of tools, which cannot carry a strip: it says when nothing is real.</summary>
    public string Title => HasSandbox ? $"Tourism {Mode.ToString().ToUpperInvariant()}" : "Tourism";

    /// <summary>The proxy in front speaks https even when this host does not.</summary>
    public CookieSecurePolicy CookiePolicy => Mode == TourismMode.Production ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;

    /// <summary>True when demo people, demo data and the payment sandbox exist.</summary>
    public bool HasSandbox => Mode != TourismMode.Production;
}

/// <summary>Section <c>Tourism:Database</c>.</summary>
public sealed class DatabaseOptions
{
    /// <summary>Which database.</summary>
    public DatabaseProvider Provider { get; set; }

    /// <summary>ADO.NET connection string. In Demo an SQLite file in <see cref="TourismOptions.DataDirectory"/> by default.</summary>
    public string? ConnectionString { get; set; }
}

/// <summary>Fills what Demo may leave open; relative data files are looked for beside the application.</summary>
internal sealed class Defaults : IPostConfigureOptions<TourismOptions>
{
    public void PostConfigure(string? name, TourismOptions options)
    {
        options.CityDirectory = Path.Combine(AppContext.BaseDirectory, options.CityDirectory);
        options.DataDirectory = Path.GetFullPath(options.DataDirectory);
        if (options.Mode == TourismMode.Demo && options.Database.Provider == DatabaseProvider.Sqlite)
            options.Database.ConnectionString ??= $"Data Source={Path.Combine(options.DataDirectory, "tourism.db")}";
    }
}

/// <summary>Refuses a half-configured installation, naming everything that is missing at once.</summary>
internal sealed class TourismOptionsValidator : IValidateOptions<TourismOptions>
{
    public ValidateOptionsResult Validate(string? name, TourismOptions options)
    {
        var errors = Errors(options).ToList();
        return errors.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(errors);
    }

    private static IEnumerable<string> Errors(TourismOptions options)
    {
        if (string.IsNullOrWhiteSpace(options.Database.ConnectionString))
            yield return "Tourism:Database:ConnectionString is empty. Name the database, for example Tourism__Database__Provider=SqlServer and Tourism__Database__ConnectionString=…";
        if (options.Mode != TourismMode.Demo && string.IsNullOrWhiteSpace(options.PublicUrl))
            yield return "Tourism:PublicUrl is empty. Give the address visitors use, for example https://pay.city.example: it is printed in every QR code.";
        if (options.PublicUrl is { Length: > 0 } url && !IsHttp(url, options.Mode))
            yield return $"Tourism:PublicUrl '{url}' is not an https address without a path, for example https://pay.city.example.";
        if (options.SecretsDirectory is { Length: > 0 } secrets && !Directory.Exists(secrets))
            yield return $"Tourism:SecretsDirectory '{secrets}' does not exist. It holds a file for each secret, named for example Tourism__Stripe__ApiKey.";
        if (!Directory.Exists(options.CityDirectory))
            yield return $"Tourism:CityDirectory '{options.CityDirectory}' does not exist. It holds the city's data files.";
    }

    private static bool IsHttp(string url, TourismMode mode) =>
        Uri.TryCreate(url, UriKind.Absolute, out var parsed) && parsed.AbsolutePath == "/" && parsed.Query.Length == 0
        && (parsed.Scheme == Uri.UriSchemeHttps || (parsed.Scheme == Uri.UriSchemeHttp && (mode == TourismMode.Demo || (mode == TourismMode.Training && parsed.IsLoopback))));
}
