using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Tourism.Kernel;
using Tourism.Kernel.Server.Http;
using Tourism.Kernel.Server.Persistence;
using Tourism.Pos.Audit;
using Tourism.Pos.Closures;
using Tourism.Pos.Payments;
using Tourism.Pos.Persistence;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Catalogue.Imports;

/// <summary>Takes a file of products in. What kind of file it is and which columns it has is told at once, its rows are looked at afterwards.</summary>
internal sealed class HandInImport(Writer<PosDbContext> writer, CatalogueStore catalogue, Bell<CarryOutImports> bell, TimeProvider clock)
{
    private const int MaxFileName = 200;

    /// <returns>True when this very call took it in.</returns>
    public async Task<Result<bool>> HandleAsync(string site, Guid id, string? fileName, byte[] content, Actor by, CancellationToken ct)
    {
        if ((await catalogue.GetAsync(ct)).Site(site) is null)
            return new UnknownSite(site);
        if (SheetFile.Open(content) is { Ok: false, Failure: var wrong })
            return wrong;
        var hash = Convert.ToHexString(SHA256.HashData(content));
        var taken = await writer.RunAsync<bool>(async db =>
        {
            if (await db.Set<Import>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, ct) is { } known)
                return (known.Site, known.Hash) == (site, hash) ? false : RequestHash.Reused(id);
            await db.DropLeftFilesAsync(ct);
            db.Add(new Import { Id = id, Site = site, FileName = Clean(fileName), Hash = hash, By = by.Person!, At = clock.UtcMicros() });
            db.Add(new ImportFile { Id = id, Content = content });
            return true;
        }, ct);
        bell.Ring();
        return taken;
    }

    private static string Clean(string? name)
    {
        var clean = string.Concat((name ?? "").Where(sign => !char.IsControl(sign)));
        return clean.Length == 0 ? "-" : clean.Cut(MaxFileName);
    }
}
