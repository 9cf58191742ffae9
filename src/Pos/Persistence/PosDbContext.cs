using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Tourism.Kernel.Server.Persistence;

namespace Tourism.Pos.Persistence;

/// <summary>Also keeps the keys of the sign-in cookies, so that every host reads every host's cookies.</summary>
internal abstract class PosDbContext(DbContextOptions options, Dialect dialect) : ModuleDbContext(options, dialect, Prefix), IDataProtectionKeyContext
{
    public const string Prefix = "pos_";

    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    protected override void OnModelCreating(ModelBuilder model)
    {
        base.OnModelCreating(model);
        model.Entity<DataProtectionKey>(key =>
        {
            key.ToTable("pos_cookie_key");
            key.Property(row => row.Xml).HasMaxLength(-1);
        });
    }
}
