using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Tourism.Kernel;
using Tourism.Kernel.Server.Hosting;
using Tourism.Kernel.Server.Persistence;
using Tourism.Pos.Persistence;
using Tourism.Pos.Shared.Catalogue;

namespace Tourism.Pos.Catalogue;

/// <summary>Brings <c>catalogue.json</c> and <c>tenders.json</c> of the city into an empty catalogue; from then on the office keeps it.</summary>
internal sealed partial class SeedCatalogue(Writer<PosDbContext> writer, IOptions<TourismOptions> options, TimeProvider clock, ILogger<SeedCatalogue> log) : ISeed
{
    public async Task SeedAsync(CancellationToken ct)
    {
        var city = await CityFile.ReadAsync(options.Value.CityDirectory, ct);
        var tenders = await CityFile.ReadTendersAsync(options.Value.CityDirectory, ct);
        city.Check(tenders);
        WarnOfSoleTraders(city);
        await writer.RunAsync<bool>(async db =>
        {
            if (await db.Set<Site>().AnyAsync(ct))
                return false;
            db.AddRange(city.Issuers.Select(issuer => issuer.ToRow()));
            db.AddRange(city.TaxRates.Select(rate => new TaxRate { Class = rate.Class, From = rate.From, Percent = rate.Percent }));
            db.AddRange(city.Sites.Select(site => site.ToRow()));
            db.AddRange(tenders.ToRows(clock.UtcMicros()));
            return true;
        }, ct);
    }

    private void WarnOfSoleTraders(CityFile city)
    {
        foreach (var issuer in city.Issuers.Where(issuer => issuer is { SoleTrader: true, RegistrationNumber: not null }))
        {
            if (RegistrationNumber.Check(issuer.RegistrationNumber!) == RegistrationNumberCheck.WrongCheckDigit)
                CheckDigitDiffers(log, issuer.Code, issuer.RegistrationNumber!);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Registration number {Number} of issuer {Issuer} does not fit its check digit; that can be right for a sole trader. Compare it with the notice of registration")]
    private static partial void CheckDigitDiffers(ILogger log, string issuer, string number);
}
