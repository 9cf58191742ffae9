using System.Text.Json;
using Tourism.Kernel;
using Tourism.Pos.Catalogue.Tenders;
using Tourism.Pos.Http;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Catalogue;

/// <summary>Shape of a city's <c>catalogue.json</c>. <c>source</c> and <c>illustrative</c> say where a figure comes from and whether it is real.</summary>
internal sealed record CityFile(string Source, LocalText City, IReadOnlyList<TaxRateFile> TaxRates, IReadOnlyList<IssuerFile> Issuers, IReadOnlyList<SiteFile> Sites)
{
    private const string Name = "catalogue.json";

    private static readonly JsonSerializerOptions Complete = new(Json.Options) { RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true };

    /// <summary>Reads the file; one that cannot be read stops the start.</summary>
    public static Task<CityFile> ReadAsync(string directory, CancellationToken ct) => ReadAsync<CityFile>(directory, Name, ct);

    /// <summary>What the city takes outside this system; nothing without the file.</summary>
    public static Task<TendersFile> ReadTendersAsync(string directory, CancellationToken ct) => File.Exists(Path.Combine(directory, TendersFile.Name))
        ? ReadAsync<TendersFile>(directory, TendersFile.Name, ct)
        : Task.FromResult(new TendersFile("", []));

    private static async Task<T> ReadAsync<T>(string directory, string name, CancellationToken ct)
    {
        var path = Path.Combine(directory, name);
        try
        {
            await using var file = File.OpenRead(path);
            return await JsonSerializer.DeserializeAsync<T>(file, Complete, ct) ?? throw new JsonException("The file is empty.");
        }
        catch (Exception error) when (error is JsonException or IOException or UnauthorizedAccessException)
        {
            throw new StartRefusedException($"The city's file '{path}' cannot be read. Correct it: {error.Message}", error);
        }
    }

    /// <summary>Stops the start with everything that is wrong in the file.</summary>
    public void Check(TendersFile tenders)
    {
        var errors = CheckCatalogue.Errors(this).Concat(tenders.Errors(this)).ToList();
        if (errors.Count > 0)
            throw new StartRefusedException($"{Name} of the city needs {errors.Count} corrections:" + string.Concat(errors.Select(error => "\n    - " + error)));
    }
}

internal sealed record TaxRateFile(string Class, DateOnly From, int Percent, string Source);

/// <param name="SoleTrader">Its registration number need not obey the check digit.</param>
internal sealed record IssuerFile(
    string Code, LocalText Name, string? RegistrationNumber, Rounding Rounding, bool PricesIncludeTax = true, bool PublicBody = false,
    string? Address = null, string? Phone = null, bool SoleTrader = false, bool Illustrative = false)
{
    public Issuer ToRow() => Issuer.Of(
        Code, new IssuerTerms(new IssuerView(Name, RegistrationNumber, Rounding, PricesIncludeTax, PublicBody, Address, Phone), SoleTrader));
}
