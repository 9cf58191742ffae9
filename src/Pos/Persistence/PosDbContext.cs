using Microsoft.EntityFrameworkCore;
using Tourism.Kernel.Server.Persistence;

namespace Tourism.Pos.Persistence;

internal abstract class PosDbContext(DbContextOptions options, Dialect dialect) : ModuleDbContext(options, dialect, Prefix)
{
    public const string Prefix = "pos_";
}
