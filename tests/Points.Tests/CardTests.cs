using Tourism.Kernel;
using Tourism.Points.Contracts;
using Tourism.Points.Tests.Support;
using Xunit;

namespace Tourism.Points.Tests;

public sealed class CardTests() : PointsTest(new SqliteStore())
{
    [Fact]
    public async Task Card_AfterGrantsAndPurchases_ShowsBalanceNextExpiryAndMovements()
    {
        var member = await App.RegisterAsync();
        await App.GrantAsync(member, 200, CityFolder.Long);
        App.Clock.Advance(TimeSpan.FromMinutes(1));
        await App.GrantAsync(member, 50, CityFolder.Short);
        App.Clock.Advance(TimeSpan.FromMinutes(1));
        var hold = (await App.HoldAsync(member, 20)).Value.View;
        await App.CaptureAsync(hold.Id, hold.Owner);
        await App.HoldAsync(member, 5);

        var card = await App.CardAsync(member);

        Assert.Equal((Points(225), Points(5), new DateOnly(2027, 3, 31)), (card.Available, card.Held, card.NextExpiry));
        Assert.Equal(
            [(MovementKind.Used, Points(-20)), (MovementKind.Granted, Points(50)), (MovementKind.Granted, Points(200))],
            card.Movements.Select(movement => (movement.Kind, movement.Amount)));
        Assert.Equal(Samples.ShopName, card.Movements[0].What);
        Assert.Equal("Test long", card.Movements[2].What.In("en"));
    }

    [Fact]
    public async Task Card_WithAllPointsSpentOrHeld_HasNoNextExpiry()
    {
        var member = await App.RegisterAsync();
        await App.GrantAsync(member, 5);
        await App.HoldAsync(member, 5);

        Assert.Null((await App.CardAsync(member)).NextExpiry);
    }

    [Fact]
    public async Task Card_WithALongHistory_ShowsTheLatestTwenty()
    {
        var member = await App.RegisterAsync();
        for (var i = 1; i <= 25; i++)
        {
            App.Clock.Advance(TimeSpan.FromMinutes(1));
            await App.GrantAsync(member, i);
        }

        var movements = (await App.CardAsync(member)).Movements;

        Assert.Equal((20, Points(25), Points(6)), (movements.Count, movements[0].Amount, movements[^1].Amount));
    }

    [Theory]
    [InlineData("9L4KSH9D8H2KQJPD8D0L4H1D64")]
    [InlineData("no card")]
    public async Task Card_Unknown_IsNull(string card) =>
        Assert.Null(await App.Get<IPointsWallet>().FindCardAsync(card, CancellationToken.None));
}
