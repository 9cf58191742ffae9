using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Tourism.Kernel;
using Tourism.Kernel.Server.Persistence;
using Tourism.Pos.Persistence;

namespace Tourism.Pos.Access.Accounts;

/// <summary>An account within a write, with Identity's rules for it: what they change is committed with everything else or not at all.</summary>
internal sealed record OpenAccount(PosDbContext Db, Account Account, UserManager<Account> Manager);

/// <summary>Opens accounts for changes in this system's one way to write.</summary>
internal sealed class AccountManagers(Writer<PosDbContext> writer, IServiceScopeFactory scopes)
{
    /// <summary>Runs <paramref name="work"/> on the account that <paramref name="find"/> finds, <c>null</c> when there is none.</summary>
    public Task<Result<T>> ChangeAsync<T>(
        Func<IQueryable<Account>, IQueryable<Account>> find, Func<OpenAccount?, Task<Result<T>>> work, CancellationToken ct) =>
        RunAsync(async (db, manager) =>
        {
            var account = await find(db.Set<Account>().Include(row => row.Posts.OrderBy(post => post.Seq))).SingleOrDefaultAsync(ct);
            return await work(account is null ? null : new OpenAccount(db, account, manager));
        }, ct);

    /// <summary>Runs <paramref name="work"/> in one transaction with Identity's rules.</summary>
    public Task<Result<T>> RunAsync<T>(Func<PosDbContext, UserManager<Account>, Task<Result<T>>> work, CancellationToken ct) => writer.RunAsync(async db =>
    {
        await using var scope = scopes.CreateAsyncScope();
        using var store = new UserOnlyStore<Account, PosDbContext, Guid>(db);
        using var manager = ActivatorUtilities.CreateInstance<UserManager<Account>>(scope.ServiceProvider, store);
        return await work(db, manager);
    }, ct);
}

/// <summary>What Identity says about a change that was checked before: a lost race is run again, anything else but success is a bug.</summary>
internal static class Succeeded
{
    public static void Check(this IdentityResult result)
    {
        if (result.Errors.Any(error => error.Code == nameof(IdentityErrorDescriber.ConcurrencyFailure)))
            throw new DbUpdateConcurrencyException("Somebody else has changed the account meanwhile.");
        if (!result.Succeeded)
            throw new InvalidOperationException(string.Join(' ', result.Errors.Select(error => error.Code)));
    }
}
