using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Tourism.Kernel;
using Tourism.Pos.Audit;
using Tourism.Pos.Catalogue;
using Tourism.Pos.Persistence;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Access.Accounts;

/// <summary>Adds a person, or changes what they may do. Whoever is at work under a post that changes has to sign in again.</summary>
internal sealed class KeepAccount(AccountManagers accounts, CatalogueStore catalogue, TimeProvider clock)
{
    public async Task<Result<AccountView>> HandleAsync(Guid id, AccountRequest request, Actor by, CancellationToken ct)
    {
        if (AccountChecks.Check(request, await catalogue.GetAsync(ct)) is { } wrong)
            return wrong;
        return await accounts.RunAsync<AccountView>(async (db, manager) =>
        {
            var known = await db.Set<Account>().Include(row => row.Posts.OrderBy(post => post.Seq)).SingleOrDefaultAsync(row => row.Id == id, ct);
            var before = known?.ViewWithoutAddress();
            var kept = known is null ? await AddAsync(manager, id, request) : await ChangeAsync(db, manager, known, request, ct);
            if (kept.Ok && before?.Version != kept.Value.Revision)
                db.Audit(Deed.AccountKept, by, request.Name, clock.UtcMicros(), before, kept.Value.ViewWithoutAddress());
            return kept.Map(account => account.View());
        }, ct);
    }

    private async Task<Result<Account>> AddAsync(UserManager<Account> manager, Guid id, AccountRequest request)
    {
        if (await manager.FindByNameAsync(request.Name) is not null)
            return new NameTaken(request.Name);
        var account = new Account
        {
            Id = id, UserName = request.Name, DisplayName = request.DisplayName.Trim(), CreatedAt = clock.UtcMicros(), Posts = [.. request.Posts.Select(Post.Of)],
        };
        account.WriteTo(request.Email);
        (await manager.CreateAsync(account)).Check();
        return account;
    }

    private static async Task<Result<Account>> ChangeAsync(
        PosDbContext db, UserManager<Account> manager, Account account, AccountRequest request, CancellationToken ct)
    {
        if (account.Says(request))
            return account;
        if (account.UserName != request.Name)
            return new NameStays(account.UserName!);
        if (request.Version != account.Revision)
            return new AccountChanged(account.DisplayName, string.Join("; ", account.Posts.Select(post => post.Roles)));
        if (!request.Posts.Any(post => post.Roles.Contains(Roles.Administrator)) && await LastAdministrator.IsAsync(db, account, ct))
            return new LastAdministratorStays();
        account.Revise();
        account.DisplayName = request.DisplayName.Trim();
        account.WriteTo(request.Email);
        db.RemoveRange(account.Posts);
        account.Posts.Clear();
        account.Posts.AddRange(request.Posts.Select(Post.Of));
        (await manager.UpdateSecurityStampAsync(account)).Check();
        return account;
    }
}
