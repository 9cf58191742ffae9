using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Tourism.Kernel.Server.Outbox;

namespace Tourism.Kernel.Server.Persistence;

/// <summary>A row that several writers may change: the second of two concurrent changes fails and is replayed.</summary>
public interface IVersioned
{
    /// <summary>Counts changes; kept by <see cref="ModuleDbContext"/>. <c>ExecuteUpdate</c> has to count by hand.</summary>
    long Version { get; }
}

/// <summary>One module's tables. The module derives an abstract context with the model, and from it one empty context per database.</summary>
/// <param name="options">Provider and connection.</param>
/// <param name="dialect">The database this context talks to.</param>
/// <param name="prefix">Table prefix with its underscore, for example <c>pos_</c>.</param>
public abstract class ModuleDbContext(DbContextOptions options, Dialect dialect, string prefix) : DbContext(options)
{
    /// <summary>The database this context talks to.</summary>
    public Dialect Dialect { get; } = dialect;

    internal DbSet<OutboxMessage> Outbox => Set<OutboxMessage>();

    internal List<object> Inserts { get; } = [];

    /// <summary>
    /// Adds a fact with its parts, to be written at the end of this <see cref="Writer{TContext}"/>'s transaction. Much cheaper than <c>Add</c>
    /// for many rows, because nobody watches them: they have no key yet and no query of this context finds them.
    /// </summary>
    public void Insert(object fact) => Inserts.Add(fact);

    /// <summary>Tells another module a fact, in the transaction of the state it belongs to.</summary>
    /// <param name="key">Messages of one key arrive in the order they were sent; a poison one blocks its key only.</param>
    /// <param name="message">The fact.</param>
    /// <param name="now">When it is said, by this server's clock (never a till's): it is delivered from then on.</param>
    public void Send<T>(string key, T message, DateTime now) where T : IMessage =>
        Insert(OutboxMessage.Of(key, message, now));

    /// <summary>
    /// The rows with these client-made ids, held until the transaction ends: others who ask for them this way wait their turn. For rows that
    /// many change at the same moment, where repeating a lost race would never end. Waits nowhere else.
    /// </summary>
    public IQueryable<T> Locked<T>(IReadOnlyList<Guid> ids) where T : class =>
        Set<T>().FromSqlRaw(Dialect.LockedRows(Model.FindEntityType(typeof(T))!.GetTableName()!, ids.Count), [.. ids.Cast<object>()]);

    /// <inheritdoc/>
    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        CountVersions();
        return base.SaveChanges(acceptAllChangesOnSuccess);
    }

    /// <inheritdoc/>
    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        CountVersions();
        return base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    /// <summary>The pool may hand this context out again.</summary>
    public override ValueTask DisposeAsync()
    {
        Inserts.Clear();
        return base.DisposeAsync();
    }

    /// <summary>The last step of a <see cref="Writer{TContext}"/>'s transaction, when everything else is written and before the commit.</summary>
    protected internal virtual Task SealAsync(CancellationToken ct) => Task.CompletedTask;

    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder configuration)
    {
        configuration.Properties<string>().HaveMaxLength(200);
        configuration.Properties<Yen>().HaveConversion<YenColumn>();
        configuration.Properties<PointAmount>().HaveConversion<PointAmountColumn>();
        configuration.Properties<DateTime>().HaveConversion<UtcColumn>().HavePrecision(6);
        configuration.Properties<Enum>().HaveConversion<string>().HaveMaxLength(40);
    }

    /// <summary>Maps every entity whose configuration stands in the module's assembly, then the outbox.</summary>
    protected override void OnModelCreating(ModelBuilder model)
    {
        model.ApplyConfigurationsFromAssembly(GetType().Assembly);
        model.Entity<OutboxMessage>(outbox => OutboxMessage.Map(outbox, prefix));
        // Facts are never deleted, so nothing may disappear along with something else.
        foreach (var key in model.Model.GetEntityTypes().SelectMany(entity => entity.GetForeignKeys()))
            key.DeleteBehavior = DeleteBehavior.Restrict;
        foreach (var entity in model.Model.GetEntityTypes().Where(entity => typeof(IVersioned).IsAssignableFrom(entity.ClrType)))
            entity.FindProperty(nameof(IVersioned.Version))!.IsConcurrencyToken = true;
    }

    private void CountVersions()
    {
        foreach (var entry in ChangeTracker.Entries<IVersioned>().Where(entry => entry.State == EntityState.Modified))
        {
            var version = entry.Property(row => row.Version);
            version.CurrentValue = version.OriginalValue + 1;
        }
    }

    private sealed class YenColumn() : ValueConverter<Yen, long>(yen => yen.Amount, amount => new Yen(amount));

    private sealed class PointAmountColumn() : ValueConverter<PointAmount, long>(points => points.Amount, amount => new PointAmount(amount));

    private sealed class UtcColumn() : ValueConverter<DateTime, DateTime>(
        time => ToUtcMicros(time),
        time => DateTime.SpecifyKind(time, DateTimeKind.Utc))
    {
        /// <summary>The strictest of the three databases, PostgreSQL, decides: no time of unknown zone, no 100 ns digit.</summary>
        private static DateTime ToUtcMicros(DateTime time) => time.Kind == DateTimeKind.Unspecified
            ? throw new InvalidOperationException($"The time {time:O} does not say that it is UTC; take it from TimeProvider with UtcMicros().")
            : time.ToUniversalTime().ToMicros();
    }
}
