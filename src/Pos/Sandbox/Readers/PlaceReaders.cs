using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Tourism.Kernel;
using Tourism.Kernel.Server.Hosting;
using Tourism.Kernel.Server.Persistence;
using Tourism.Pos.Catalogue;
using Tourism.Pos.Payments.Readers;
using Tourism.Pos.Persistence;

namespace Tourism.Pos.Sandbox.Readers;

/// <summary>Puts the first virtual reader to the city's first site with a till, so that a demo takes cards without an administrator. Moved or taken away it stays so.</summary>
internal sealed class PlaceReaders(Writer<PosDbContext> writer, IOptions<TourismOptions> options) : ISeed
{
    public Task SeedAsync(CancellationToken ct) => options.Value.Mode != TourismMode.Demo ? Task.CompletedTask : writer.RunAsync<bool>(async db =>
    {
        if (await db.Set<CardReader>().AnyAsync(ct))
            return false;
        var site = await db.Set<Site>().AsNoTracking().Where(site => site.Places.Any(place => place.Kind == PlaceKind.Till)).OrderBy(site => site.No).FirstOrDefaultAsync(ct);
        if (site is not null)
            db.Add(new CardReader { Id = SandboxReaders.First, Site = site.Code, Label = $"{site.Name.Ja} 1" });
        return true;
    }, ct);
}
