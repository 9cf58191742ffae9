using Tourism.Kernel;
using Tourism.Pos.Catalogue;
using Tourism.Pos.Shared.Pricing;
using Tourism.Pos.Shared.Wire;
using Xunit;

namespace Tourism.Pos.Tests.Catalogue;

/// <summary>The file of Mine City, day by day.</summary>
public sealed class MineCityTests
{
    private static readonly string[] Categories = ["adult", "student", "junior-high", "elementary", "preschool"];

    [Fact]
    public async Task File_OfTheCity_NeedsNoCorrection() => Assert.Empty(CheckCatalogue.Errors(await TestCity.FileAsync()));

    [Theory]
    [InlineData("2018-05-05", "regular-2014", 8, new[] { 1200L, 1200, 950, 600, 0 })]
    [InlineData("2019-09-30", "regular-2014", 8, new[] { 1200L, 1200, 950, 600, 0 })]
    [InlineData("2019-10-01", "regular-2019", 10, new[] { 1300L, 1300, 1050, 700, 0 })]
    [InlineData("2025-12-29", "regular-2019", 10, new[] { 1300L, 1300, 1050, 700, 0 })]
    [InlineData("2025-12-30", "new-year-2025", 10, new[] { 1600L, 1600, 1300, 850, 0 })]
    [InlineData("2026-01-04", "new-year-2025", 10, new[] { 1600L, 1600, 1300, 850, 0 })]
    [InlineData("2026-01-05", "regular-2019", 10, new[] { 1300L, 1300, 1050, 700, 0 })]
    public async Task Cave_OnADay_HasThePricesAndTheRateOfThatDay(string day, string tariff, int percent, long[] prices)
    {
        var cave = await TestCity.OnAsync("akiyoshido", day);

        Assert.Equal(tariff, cave.Tariff!.Code);
        Assert.Equal(prices, Categories.Select(code => cave.Products.Single(product => product.Code == code).Price!.Value.Amount));
        Assert.All(cave.Products, product => Assert.Equal(percent, product.TaxPercent));
    }

    [Fact]
    public async Task Cave_Today_SellsGroupsAndTheJointTicket()
    {
        var cave = await TestCity.OnAsync("akiyoshido", "2026-11-22");
        var joint = cave.Products.Single(product => product.Code == "joint-adult");

        Assert.Equal(new Yen(22_000), Calculator.Price(cave, [new("adult", 20)]).Value.Total);
        Assert.Equal(["akiyoshido", "kagekiyodo"], joint.Admits!);
        Assert.Equal((1, 6, "きょうつうけん おとな", true), (cave.No, joint.No, joint.Kana, cave.Issuer.PublicBody));
    }

    [Fact]
    public async Task Farm_Today_SellsTheWorkedSale()
    {
        var quote = Calculator.Price(await TestCity.OnAsync("trout-farm", "2026-11-22"), [new("trout", 1, Weighing: new(482)), new("rod", 1), new("cooking", 1)]).Value;

        Assert.Equal([new TaxView(10, new Yen(520), new Yen(47)), new TaxView(8, new Yen(867), new Yen(64))], quote.Taxes);
    }

    [Fact]
    public async Task Site_BeforeAnyRate_SellsNothing() => Assert.Empty((await TestCity.OnAsync("akiyoshido", "2001-01-01")).Products);

    [Fact]
    public async Task Snapshot_SameDay_GivesTheSameObject()
    {
        var snapshot = await TestCity.SnapshotAsync();
        var day = new DateOnly(2026, 11, 22);

        Assert.Same(snapshot.On(snapshot.Sites[0], day), snapshot.On(snapshot.Sites[0], day));
    }
}
