using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using Tourism.Kernel;
using Tourism.Points.Contracts;
using Tourism.Points.Members.SignIn;
using Tourism.Points.Tests.Support;
using Xunit;

namespace Tourism.Points.Tests;

public sealed class LoginOnSqlite() : LoginTests(new SqliteStore());

public sealed class LoginOnPostgreSql() : LoginTests(new PostgreSqlStore());

/// <summary>One account, one card, also when everybody presses at the same moment.</summary>
public abstract class LoginTests(Store store) : PointsTest(store)
{
    private IMemberLogins Logins => App.Get<IMemberLogins>();

    [Fact]
    public async Task Link_ByManyAccountsAtOnce_GivesTheCardToOne()
    {
        var member = await App.RegisterAsync();
        var accounts = Enumerable.Range(0, 8).Select(number => Account($"{number}")).ToList();

        var linked = await Task.WhenAll(accounts.Select(account => Task.Run(() => LinkAsync(account, member.Card))));

        Assert.Single(linked, one => one.Ok);
        Assert.All(linked.Where(one => !one.Ok), one => Assert.Equal("card-refused", one.Failure!.Code));
        Assert.Single(await FoundAsync(accounts), card => card?.Card == member.Card);
    }

    [Fact]
    public async Task Link_OfManyCardsAtOnce_GivesTheAccountOne()
    {
        var cards = new List<string>();
        for (var number = 0; number < 6; number++)
            cards.Add((await App.RegisterAsync($"会員{number}")).Card);

        var linked = await Task.WhenAll(cards.Select(card => Task.Run(() => LinkAsync(Account("1"), card))));

        var won = Assert.Single(linked, one => one.Ok).Value.Card;
        Assert.All(linked.Where(one => !one.Ok), one => Assert.Equal("account-has-card", one.Failure!.Code));
        Assert.Equal(won, (await Logins.FindAsync(Account("1"), CancellationToken.None))!.Card);
    }

    [Fact]
    public async Task Link_OfTheSameCardManyTimesAtOnce_IsDoneOnceAndToldOnce()
    {
        var member = await App.RegisterAsync();

        var linked = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => LinkAsync(Account("1"), member.Card))));

        Assert.All(linked, one => Assert.True(one.Ok));
        var told = Assert.Single(await App.ReadAsync(db => db.Set<MemberLoginEvent>().ToListAsync()));
        Assert.Equal((member.Id, MemberLoginDeed.Linked, null, App.Clock.UtcMicros()), (told.Member, told.Deed, told.By, told.At));
    }

    [Fact]
    public async Task Unlink_ManyTimesAtOnce_IsToldOnceAndLeavesNoTraceOfTheAccount()
    {
        var member = await App.RegisterAsync();
        await LinkAsync(Account("1"), member.Card);

        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => Logins.UnlinkAsync(Account("1"), CancellationToken.None))));

        Assert.Null(await Logins.FindAsync(Account("1"), CancellationToken.None));
        Assert.Empty(await App.ReadAsync(db => db.Set<MemberLogin>().ToListAsync()));
        Assert.Equal([MemberLoginDeed.Linked, MemberLoginDeed.Unlinked], (await App.ReadAsync(db => db.Set<MemberLoginEvent>().OrderBy(row => row.Seq).ToListAsync())).Select(row => row.Deed));
    }

    [Fact]
    public async Task Card_WithLotsOfTwoDays_TellsHowMuchTheFirstDayTakes()
    {
        var member = await App.RegisterAsync();
        await App.GrantAsync(member, 70, CityFolder.Short);
        await App.GrantAsync(member, 30, CityFolder.Short);
        await App.GrantAsync(member, 500);
        await App.HoldAsync(member, 40);

        var card = await App.CardAsync(member);

        Assert.Equal((Points(560), Points(60), new DateOnly(2027, 3, 31)), (card.Available, card.Expiring, card.NextExpiry));
    }

    private Task<Result<CardView>> LinkAsync(ClaimsPrincipal account, string card) => Logins.LinkAsync(account, card, CancellationToken.None);

    private async Task<List<CardView?>> FoundAsync(List<ClaimsPrincipal> accounts)
    {
        var found = new List<CardView?>();
        foreach (var account in accounts)
            found.Add(await Logins.FindAsync(account, CancellationToken.None));
        return found;
    }

    private static ClaimsPrincipal Account(string key) => new(new ClaimsIdentity([new Claim(MemberClaims.Account, key)], MemberSession.Scheme));
}
