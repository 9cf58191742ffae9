using Microsoft.Extensions.Options;
using Tourism.Kernel.Server.Hosting;
using Tourism.Kernel.Server.Persistence;

namespace Tourism.Pos.Http;

/// <summary>Sees to it that the database fits this version: the embedded one is migrated, a server's only by the <c>migrate</c> command.</summary>
internal sealed class SchemaGate(IEnumerable<ISchema> schemas, IOptions<TourismOptions> options)
{
    public async Task PassAsync(bool mayMigrate, CancellationToken ct)
    {
        foreach (var schema in schemas)
        {
            if (mayMigrate || Dialect.For(options.Value.Database.Provider).MigratesAtStart)
                await schema.MigrateAsync(ct);
            else if (await schema.MissingAsync(ct) is { Count: > 0 } missing)
                throw new StartRefusedException(
                    $"The database lacks {missing.Count} migration(s): {string.Join(", ", missing)}. Back it up, then run this program once with the argument 'migrate'.");
        }
    }
}
