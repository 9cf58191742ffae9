using Microsoft.EntityFrameworkCore;
using Tourism.Points.Contracts;
using Tourism.Points.Ledger;
using Xunit;

namespace Tourism.Points.Tests.Support;

/// <summary>Recomputes every total from the entries alone and compares what the other tables say.</summary>
internal static class Books
{
    public static async Task AssertSoundAsync(PointsApp app)
    {
        var entries = await app.ReadAsync(db => db.Entries.Include(entry => entry.Consumptions).ThenInclude(part => part.Lot).ToListAsync());
        var balances = Balances(entries);
        Assert.Equal(0, balances.Values.Sum());
        await AssertWalletsAsync(app, balances);
        await AssertHoldsAsync(app, balances, entries);
        await AssertBudgetsAsync(app, balances);
    }

    public static async Task<long> BalanceAsync(PointsApp app, string account) =>
        Balances(await app.ReadAsync(db => db.Entries.ToListAsync())).GetValueOrDefault(account);

    private static Dictionary<string, long> Balances(List<Entry> entries) => entries
        .SelectMany(entry => new[] { (Account: entry.Debit, Sum: -entry.Amount.Amount), (Account: entry.Credit, Sum: entry.Amount.Amount) })
        .GroupBy(side => side.Account).ToDictionary(account => account.Key, account => account.Sum(side => side.Sum));

    private static async Task AssertWalletsAsync(PointsApp app, Dictionary<string, long> balances)
    {
        var lots = await app.ReadAsync(db => db.Lots.ToListAsync());
        foreach (var wallet in await app.ReadAsync(db => db.Wallets.ToListAsync()))
        {
            var own = lots.Where(lot => lot.Member == wallet.Member).ToList();
            Assert.Equal(wallet.Balance.Amount, own.Sum(lot => lot.Remaining.Amount));
            Assert.Equal(wallet.Held.Amount, own.Sum(lot => lot.Held.Amount));
            Assert.Equal(wallet.Balance.Amount - wallet.Held.Amount, balances.GetValueOrDefault(Account.Wallet(wallet.Member)));
        }
    }

    private static async Task AssertHoldsAsync(PointsApp app, Dictionary<string, long> balances, List<Entry> entries)
    {
        foreach (var hold in await app.ReadAsync(db => db.Holds.Include(row => row.Lots).ToListAsync()))
        {
            Assert.Equal(hold.Points.Amount, hold.Lots.Sum(pin => pin.Amount.Amount));
            Assert.Equal(hold.State == HoldState.Held ? hold.Points.Amount : 0, balances[Account.Hold(hold.Id)]);
            var consumed = entries.Where(entry => entry.Debit == Account.Hold(hold.Id)).SelectMany(entry => entry.Consumptions).Sum(part => part.Amount.Amount);
            Assert.Equal(hold.State == HoldState.Captured ? hold.Points.Amount : 0, consumed);
        }
    }

    private static async Task AssertBudgetsAsync(PointsApp app, Dictionary<string, long> balances)
    {
        foreach (var line in await app.ReadAsync(db => db.BudgetLines.ToListAsync()))
            Assert.Equal(line.Issued.Amount, -balances.GetValueOrDefault(Account.Budget(line.Programme, line.FiscalYear)));
    }
}
