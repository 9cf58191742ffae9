using Microsoft.EntityFrameworkCore;
using Tourism.Kernel;
using Tourism.Kernel.Server.Http;
using Tourism.Kernel.Server.Persistence;
using Tourism.Points.Contracts;
using Tourism.Points.Holds;
using Tourism.Points.Ledger;
using Tourism.Points.Members;
using Tourism.Points.Persistence;
using Tourism.Points.Programmes;
using Tourism.Testing.Databases;

namespace Tourism.Database.Tests.Modules;

/// <summary>Members, programmes and holds, and the one check that all tables tell the same story as the entries.</summary>
public abstract class PointsSuite(DatabaseFixture database) : ModuleSuite(database)
{
    /// <summary>The city's own programme; its budget is larger than all tests together.</summary>
    private protected const string Seeded = "health-volunteer";
    private protected const string Shop = "momiji";
    private const int Year = 2026;
    private static readonly LocalText Name = new("もみじ", "Momiji");

    private protected async Task<MemberView> MemberWithAsync(long points)
    {
        var member = (await Get<RegisterMember>().HandleAsync(Guid.CreateVersion7(), new MemberRequest("試験 太郎"), Token)).Value.View;
        if (points > 0)
            _ = (await GrantAsync(Seeded, member, points)).Value;
        return member;
    }

    private protected async Task<string> NewProgrammeAsync(long appropriation)
    {
        var code = "p" + Guid.CreateVersion7().ToString("N");
        var budget = new BudgetData(Year, new PointAmount(appropriation));
        var data = new ProgrammeData(code, 1, Name, "試験市", IsPaid: false, ExpiryRule.FiscalYearEnd, "第1条", [budget]);
        await Get<Writer<PointsDbContext>>().RunAsync<bool>(db =>
        {
            db.Add(Programme.Of(data, Clock.UtcMicros()));
            db.Add(BudgetLine.Of(code, budget));
            return Task.FromResult<Result<bool>>(true);
        }, Token);
        return code;
    }

    private protected Task<Result<Written<GrantView>>> GrantAsync(string programme, MemberView member, long points) =>
        Get<GrantPoints>().HandleAsync(Guid.CreateVersion7(), new GrantRequest(programme, member.Id, new PointAmount(points), "清掃"), Token);

    private protected Task<Result<Written<HoldView>>> HoldAsync(MemberView member, long points) =>
        HoldAsync(member, points, Guid.CreateVersion7(), Guid.CreateVersion7());

    private protected Task<Result<Written<HoldView>>> HoldAsync(MemberView member, long points, Guid id, Guid owner) =>
        Get<HoldPoints>().HandleAsync(id, new HoldRequest(member.Card, Shop, Name, new PointAmount(points), owner), Token);

    private protected Task<Result<HoldView>> EndAsync(HoldView hold, HoldState state) =>
        Get<ResolveHold>().HandleAsync(Guid.CreateVersion7(), new Resolution(hold.Id, hold.Owner, state, Clock.UtcMicros()), Token);

    private protected async Task<(long Spendable, long Held)> SpendableAndHeldAsync(MemberView member)
    {
        var card = (await Get<IPointsWallet>().FindCardAsync(member.Card, Token))!;
        return (card.Available.Amount, card.Held.Amount);
    }

    private protected Task<long> IssuedAsync(string programme) => ReadAsync<PointsDbContext, long>(async db =>
        (await db.BudgetLines.SingleAsync(line => line.Programme == programme, Token)).Issued.Amount);

    private protected Task<List<(string, string, long)>> EntriesOfAsync(HoldView hold) =>
        ReadAsync<PointsDbContext, List<(string, string, long)>>(async db =>
        {
            var account = Account.Hold(hold.Id);
            var entries = await db.Entries.Where(entry => entry.Debit == account || entry.Credit == account)
                .OrderBy(entry => entry.Seq).ToListAsync(Token);
            return entries.ConvertAll(entry => (entry.Debit, entry.Credit, entry.Amount.Amount));
        });

    /// <summary>Adds the entries up by account; every account has a row elsewhere that must say the same, and all together are nothing.</summary>
    private protected Task<bool> AssertBooksAsync() => ReadAsync<PointsDbContext, bool>(async db =>
    {
        var entries = await db.Entries.AsNoTracking().ToListAsync(Token);
        var debits = entries.ToLookup(entry => entry.Debit, entry => entry.Amount.Amount);
        var credits = entries.ToLookup(entry => entry.Credit, entry => entry.Amount.Amount);
        var told = await ToldElsewhereAsync(db);
        Assert.Empty(debits.Concat(credits).Select(account => account.Key).Except(told.Keys));
        Assert.All(told, account => Assert.Equal(account.Value, credits[account.Key].Sum() - debits[account.Key].Sum()));
        Assert.Equal(0, told.Values.Sum());
        return true;
    });

    private static async Task<Dictionary<string, long>> ToldElsewhereAsync(PointsDbContext db)
    {
        var lots = (await db.Lots.AsNoTracking().ToListAsync(Token)).ToLookup(lot => lot.Member);
        var told = new Dictionary<string, long>();
        foreach (var wallet in await db.Wallets.AsNoTracking().ToListAsync(Token))
        {
            Assert.Equal(wallet.Balance.Amount, lots[wallet.Member].Sum(lot => lot.Remaining.Amount));
            Assert.Equal(wallet.Held.Amount, lots[wallet.Member].Sum(lot => lot.Held.Amount));
            told[Account.Wallet(wallet.Member)] = (wallet.Balance - wallet.Held).Amount;
        }

        foreach (var line in await db.BudgetLines.AsNoTracking().ToListAsync(Token))
            told[Account.Budget(line.Programme, line.FiscalYear)] = -line.Issued.Amount;
        foreach (var hold in await db.Holds.AsNoTracking().ToListAsync(Token))
        {
            told[Account.Hold(hold.Id)] = hold.State == HoldState.Held ? hold.Points.Amount : 0;
            var shop = Account.Shop(hold.Shop);
            told[shop] = told.GetValueOrDefault(shop) + (hold.State == HoldState.Captured ? hold.Points.Amount : 0);
        }

        return told;
    }
}
