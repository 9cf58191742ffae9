using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Tourism.Kernel;
using Tourism.Kernel.Server.Hosting;
using Tourism.Kernel.Server.Persistence;
using Tourism.Pos.Persistence;

namespace Tourism.Pos.Catalogue;

/// <summary>Brings <c>catalogue.json</c> of the city into an empty catalogue; from then on the office keeps it.</summary>
internal sealed class SeedCatalogue(Writer<PosDbContext> writer, IOptions<TourismOptions> options) : ISeed
{
    public async Task SeedAsync(CancellationToken ct)
    {
        await using var file = File.OpenRead(Path.Combine(options.Value.CityDirectory, "catalogue.json"));
        var city = (await JsonSerializer.DeserializeAsync<CityFile>(file, Json.Options, ct))!;
        await writer.RunAsync<bool>(async db =>
        {
            if (await db.Set<Site>().AnyAsync(ct))
                return false;
            db.AddRange(city.Issuers.Select(issuer => issuer.ToRow()));
            db.AddRange(city.TaxRates.Select(rate => new TaxRate { Class = rate.Class, From = rate.From, Percent = rate.Percent }));
            db.AddRange(city.Sites.Select(site => site.ToRow()));
            return true;
        }, ct);
    }
}
