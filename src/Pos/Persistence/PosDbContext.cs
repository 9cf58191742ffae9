using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Tourism.Kernel.Server.Persistence;
using Tourism.Pos.Audit;

namespace Tourism.Pos.Persistence;

/// <summary>Also keeps the keys of the sign-in cookies, so that every host reads every host's cookies.</summary>
internal abstract class PosDbContext(DbContextOptions options, Dialect dialect) : ModuleDbContext(options, dialect, Prefix), IDataProtectionKeyContext
{
    public const string Prefix = "pos_";

    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    /// <summary>What the audit trail is told of this transaction.</summary>
    public List<PendingDeed> Deeds { get; } = [];

    public override ValueTask DisposeAsync()
    {
        Deeds.Clear();
        return base.DisposeAsync();
    }

    /// <summary>The trail's head is the last thing this transaction takes, so that nobody who holds it waits for anything else.</summary>
    protected override async Task SealAsync(CancellationToken ct)
    {
        if (Deeds.Count == 0)
            return;
        var head = (await Locked<AuditHead>([AuditHead.Only]).ToListAsync(ct)).SingleOrDefault() ?? Add(new AuditHead()).Entity;
        AddRange(Deeds.Select(head.Append).ToList());
        await SaveChangesAsync(ct);
    }

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
