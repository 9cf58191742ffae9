using Microsoft.EntityFrameworkCore;
using Tourism.Kernel.Server.Outbox;

namespace Tourism.Kernel.Server.Persistence;

/// <summary>The one way to write: a transaction in a fresh context, committed when the work succeeds, gone when it fails.</summary>
public sealed class Writer<TContext>(IDbContextFactory<TContext> contexts, OutboxSignal<TContext> signal) where TContext : ModuleDbContext
{
    internal const int MaxTries = 8;

    internal int GroupsAtOnce
    {
        get
        {
            using var db = contexts.CreateDbContext();
            return db.Dialect.GroupsAtOnce;
        }
    }

    /// <summary>
    /// Runs <paramref name="work"/> and commits what it changed if it returns a value; a failure rolls everything back.
    /// The work runs again from the start after a lost race, a deadlock or a broken connection, also when it is unknown whether
    /// the commit arrived: it must therefore look its client-made id up before it adds anything.
    /// </summary>
    public Task<Result<T>> RunAsync<T>(Func<TContext, Task<Result<T>>> work, CancellationToken ct) => RunAsync(work, MaxTries, ct);

    internal async Task<Result<T>> RunAsync<T>(Func<TContext, Task<Result<T>>> work, int tries, CancellationToken ct)
    {
        using var only = OneWrite.Begin();
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await TryAsync(work, ct);
            }
            catch (Exception error) when (attempt < tries && MayRetry(error))
            {
                await Task.Delay(TimeSpan.FromMilliseconds(Random.Shared.Next(1, 10 << attempt)), ct);
            }
        }
    }

    private async Task<Result<T>> TryAsync<T>(Func<TContext, Task<Result<T>>> work, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        using var turn = await db.Dialect.EnterAsync(db.Database.GetConnectionString()!, ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var result = await work(db);
        if (!result.Ok)
            return result;
        await BulkInsert.RunAsync(db, ct);
        await db.SaveChangesAsync(ct);
        await db.SealAsync(ct);
        await transaction.CommitAsync(ct);
        if (db.Inserts.OfType<OutboxMessage>().Any())
            signal.Raise();
        return result;
    }

    private bool MayRetry(Exception error)
    {
        using var db = contexts.CreateDbContext();
        return db.Dialect.MayRetry(error);
    }
}
