using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Tourism.Kernel;
using Tourism.Kernel.Server.Hosting;
using Tourism.Kernel.Server.Persistence;
using Tourism.Pos.Audit;
using Tourism.Pos.Persistence;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Access.Accounts;

/// <summary>
/// As long as nobody can sign in, every start prints a link by which the first administrator chooses a password. There is no default
/// password; a later start makes the earlier link void.
/// </summary>
internal sealed class InviteFirst(
    Writer<PosDbContext> writer, ILookupNormalizer names, IOptions<TourismOptions> options, TimeProvider clock) : ISeed
{
    private const string Name = "administrator";

    public async Task SeedAsync(CancellationToken ct)
    {
        if (options.Value.Mode == TourismMode.Demo)
            return;
        var token = Invitation.New();
        var invited = await writer.RunAsync<bool>(db => InviteAsync(db, token, ct), ct);
        if (invited.Value)
            await Console.Out.WriteLineAsync($"Nobody can sign in yet. Set up the first administrator within 24 hours: {Invitation.Link(options.Value.PublicUrl!.TrimEnd('/'), token)}");
    }

    private async Task<Result<bool>> InviteAsync(PosDbContext db, string token, CancellationToken ct)
    {
        var accounts = db.Set<Account>();
        if (await accounts.AnyAsync(row => row.AcceptedAt != null, ct))
            return false;
        var now = clock.UtcMicros();
        var account = await accounts.SingleOrDefaultAsync(row => row.UserName == Name, ct) ?? accounts.Add(New(now)).Entity;
        account.Invite(Invitation.HashOf(token), now.AddDays(1));
        db.Audit(Deed.Invited, Actor.Nobody, Name, now);
        return true;
    }

    private Account New(DateTime now) => new()
    {
        Id = Guid.CreateVersion7(now), UserName = Name, NormalizedUserName = names.NormalizeName(Name), DisplayName = "管理者", CreatedAt = now,
        SecurityStamp = Invitation.New(), Posts = [new Post { Roles = Roles.Administrator }],
    };
}
