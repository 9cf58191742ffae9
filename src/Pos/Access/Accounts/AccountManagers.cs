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
internal sealed class AccountManagers(Writer<PosDbContext> writer, IDbContextFactory<PosDbContext> contexts, IServiceScopeFactory scopes)
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
    public Task<Result<T>> RunAsync<T>(Func<PosDbContext, UserManager<Account>, Task<Result<T>>> work, CancellationToken ct) => writer.RunAsync(
        db => OpenAsync(db, manager => work(db, manager)), ct);

    /// <summary>Runs <paramref name="read"/> with Identity's rules; what it changes is lost.</summary>
    public async Task<T> ReadAsync<T>(Func<UserManager<Account>, Task<T>> read, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await OpenAsync(db, read);
    }

    private async Task<T> OpenAsync<T>(PosDbContext db, Func<UserManager<Account>, Task<T>> work)
    {
        await using var scope = scopes.CreateAsyncScope();
        using var store = new UserOnlyStore<Account, PosDbContext, Guid>(db);
        using var manager = ActivatorUtilities.CreateInstance<UserManager<Account>>(scope.ServiceProvider, store);
        return await work(manager);
    }
}

/// <summary>What Identity says about a change that was checked before: a lost race is run again, anything else but success is a bug.</summary>
internal static class Succeeded
{
    /// <summary>A name or sign-in that was free when it was looked up and is taken now was taken in between.</summary>
    private static readonly string[] Races =
        [nameof(IdentityErrorDescriber.ConcurrencyFailure), nameof(IdentityErrorDescriber.DuplicateUserName), nameof(IdentityErrorDescriber.LoginAlreadyAssociated)];

    public static void Check(this IdentityResult result)
    {
        if (result.Errors.Any(error => Races.Contains(error.Code)))
            throw new DbUpdateConcurrencyException("Somebody else has changed the account meanwhile, or taken its name.");
        if (!result.Succeeded)
            throw new InvalidOperationException(string.Join(' ', result.Errors.Select(error => error.Code)));
    }
}
