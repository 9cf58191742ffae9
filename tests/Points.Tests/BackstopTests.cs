using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Tourism.Kernel;
using Tourism.Points.Persistence;
using Tourism.Points.Tests.Support;
using Xunit;

namespace Tourism.Points.Tests;

public sealed class BackstopOnSqlite() : BackstopTests(new SqliteStore());

public sealed class BackstopOnPostgreSql() : BackstopTests(new PostgreSqlStore());

/// <summary>The tables themselves refuse what a faulty program might try.</summary>
public abstract class BackstopTests(Store store) : PointsTest(store)
{
    [Fact]
    public Task Budget_IssuedBeyondItsAppropriation_IsImpossible() =>
        AssertImpossibleAsync(db => db.BudgetLines.ExecuteUpdateAsync(set => set.SetProperty(row => row.Issued, row => row.Appropriation + new PointAmount(1))));

    [Fact]
    public Task Wallet_HoldingMoreThanItsBalance_IsImpossible() =>
        AssertImpossibleAsync(db => db.Wallets.ExecuteUpdateAsync(set => set.SetProperty(row => row.Held, row => row.Balance + new PointAmount(1))));

    [Fact]
    public Task Lot_WithMoreThanWasGranted_IsImpossible() =>
        AssertImpossibleAsync(db => db.Lots.ExecuteUpdateAsync(set => set.SetProperty(row => row.Remaining, row => row.Granted + new PointAmount(1))));

    [Fact]
    public Task Lot_HoldingLessThanNothing_IsImpossible() =>
        AssertImpossibleAsync(db => db.Lots.ExecuteUpdateAsync(set => set.SetProperty(row => row.Held, new PointAmount(-1))));

    [Fact]
    public Task Wallet_WithLots_CannotBeRemoved() => AssertImpossibleAsync(db => db.Wallets.ExecuteDeleteAsync());

    [Fact]
    public Task Entry_OfNothing_IsImpossible() =>
        AssertImpossibleAsync(db => db.Entries.ExecuteUpdateAsync(set => set.SetProperty(row => row.Amount, PointAmount.Zero)));

    [Fact]
    public Task Entry_FromAnAccountToItself_IsImpossible() =>
        AssertImpossibleAsync(db => db.Entries.ExecuteUpdateAsync(set => set.SetProperty(row => row.Debit, row => row.Credit)));

    private async Task AssertImpossibleAsync(Func<PointsDbContext, Task<int>> change)
    {
        var member = await App.RegisterAsync();
        await App.GrantAsync(member, 100);
        await App.HoldAsync(member, 10);

        await Assert.ThrowsAnyAsync<DbException>(() => App.ReadAsync(change));

        await Books.AssertSoundAsync(App);
    }
}
