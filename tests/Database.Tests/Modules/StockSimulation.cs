using System.Globalization;
using Tourism.Kernel;
using Tourism.Pos.Shared.Wire;
using Tourism.Pos.Stock;
using Tourism.Testing.Databases;

namespace Tourism.Database.Tests.Modules;

/// <summary>
/// Weeks of a shop in any order: sales arrive days late, entries are sent twice, counts are taken back. Compared with <see cref="ShelfModel"/>.
/// Whole it is 20,000 happenings (<c>TOURISM_STOCK_HAPPENINGS=20000</c>); the tests run a hundredth of it.
/// </summary>
public abstract class StockSimulation(DatabaseFixture database) : StockSteps(database)
{
    private const int Whole = 20_000;
    private const int Seed = 20_261_122;
    private const int CompareEvery = 40;
    private static readonly string[] Products = [Cup, Bowl, Tea];
    private readonly Random _random = new(Seed);
    private readonly ShelfModel _model = new();
    private readonly List<(SaleView Sale, string Product, int Left)> _sold = [];
    private readonly List<Guid> _entries = [];

    [DatabaseFact]
    public async Task Weeks_ArrivingInAnyOrder_LeaveTheLevelsOfAPlainBook()
    {
        var shop = await OpenShopAsync();
        var opened = Clock.UtcMicros();
        Clock.Advance(TimeSpan.FromDays(20));
        var happenings = int.Parse(Environment.GetEnvironmentVariable("TOURISM_STOCK_HAPPENINGS") ?? $"{Whole / 100}", CultureInfo.InvariantCulture);
        // Every moment is its own, so that the order in which things happened is beyond doubt.
        var moments = Enumerable.Range(0, happenings).Select(step => opened.AddTicks(TimeSpan.FromDays(20).Ticks / happenings * step / 10 * 10)).ToArray();
        _random.Shuffle(moments);
        for (var step = 0; step < happenings; step++)
        {
            Clock.Advance(TimeSpan.FromSeconds(1));
            await HappenAsync(shop, moments[step]);
            if (step % CompareEvery == 0 || step == happenings - 1)
                await CompareAsync(shop, step);
        }
    }

    private Task HappenAsync(ShelfShop shop, DateTime at) => _random.Next(100) switch
    {
        < 55 => SellSomeAsync(shop, at),
        < 65 => BringSomeBackAsync(shop),
        < 80 => EnterSomeAsync(shop, StockKind.Received, _random.Next(1, 40), at),
        < 86 => EnterSomeAsync(shop, StockKind.Wasted, _random.Next(1, 4), at),
        < 95 => EnterSomeAsync(shop, StockKind.Counted, _random.Next(0, 60), at),
        _ => UndoSomeAsync(shop),
    };

    private async Task SellSomeAsync(ShelfShop shop, DateTime at)
    {
        var (product, quantity) = (Any(Products), _random.Next(1, 5));
        _sold.Add((await SellAsync(shop, quantity, product, at), product, product == Tea ? 1 : quantity));
        _model.Sell(product, quantity, at);
    }

    private async Task BringSomeBackAsync(ShelfShop shop)
    {
        if (_sold.FindIndex(sale => sale.Left > 0) is var first and >= 0)
        {
            var (sale, product, left) = _sold[first];
            var pieces = _random.Next(1, left + 1);
            var grams = product == Tea ? (int)(sale.Total.Amount / 2) : pieces;
            await BringBackAsync(shop, sale, pieces, product == Tea ? sale.Total.Amount : CupPrice * pieces);
            _sold[first] = (sale, product, left - pieces);
            _model.BringBack(product, grams, Clock.GetUtcNow().UtcDateTime);
        }
    }

    private async Task EnterSomeAsync(ShelfShop shop, StockKind kind, int quantity, DateTime at)
    {
        var (id, product) = (Guid.CreateVersion7(), Any(Products));
        var request = new StockMoveRequest(product, kind, quantity, at);
        var answers = await AtOnceAsync(_random.Next(1, 3), _ => EnterAsync(shop, request, id));
        Assert.All(answers, answer => Assert.True(answer.Ok, answer.Failure?.En));
        _entries.Add(id);
        _model.Enter(id, product, kind, quantity, at);
    }

    private async Task UndoSomeAsync(ShelfShop shop)
    {
        if (_entries.Count == 0)
            return;
        var id = Any(_entries);
        Assert.True((await Get<UndoMove>().HandleAsync(shop.Site, id, Momiji, Token)).Ok);
        _model.Undo(id);
    }

    private async Task CompareAsync(ShelfShop shop, int step)
    {
        var items = (await Get<FindStock>().HandleAsync(shop.Site, Token)).Value.Items;
        Assert.All(Products, product => Assert.Equal((step, product, _model.Level(product)), (step, product, items.Single(item => item.Product == product).Level)));
    }

    private T Any<T>(IReadOnlyList<T> choices) => choices[_random.Next(choices.Count)];
}

public sealed class StockSimulationOnSqlite(SqliteFixture database) : StockSimulation(database), IClassFixture<SqliteFixture>;

public sealed class StockSimulationOnPostgreSql(PostgreSqlFixture database) : StockSimulation(database), IClassFixture<PostgreSqlFixture>;
