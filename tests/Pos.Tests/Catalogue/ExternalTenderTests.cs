using Tourism.Kernel;
using Tourism.Pos.Catalogue;
using Tourism.Pos.Catalogue.Tenders;
using Tourism.Pos.Shared.Codes;
using Tourism.Pos.Shared.Wire;
using Xunit;

namespace Tourism.Pos.Tests.Catalogue;

/// <summary>What the office and the city's file may say of money taken outside this system, and what tills are told of it.</summary>
public sealed class ExternalTenderTests
{
    private static readonly HashSet<string> Sites = ["akiyoshido", "momiji"];

    private static readonly ExternalTenderRequest Card = new(
        new ExternalTerms(new LocalText("カード端末"), Duty: false, new LocalText("カードでのお支払いです")), "Visa", "銀行", 325, ExternalRefund.AtTerminal,
        [new ExternalTenderSite("akiyoshido")]);

    [Fact]
    public void Check_Good_IsNotRefused() => Assert.Null(ExternalTenderChecks.Check("card-terminal", Card.Tidy(), Sites));

    public static TheoryData<string, string, ExternalTenderRequest> Wrong => new()
    {
        { "code", "Card Terminal", Card },
        { "feeBasisPoints", "card", Card with { FeeBasisPoints = 2_001 } },
        { "feeBasisPoints", "card", Card with { FeeBasisPoints = -1 } },
        { "order", "card", Card with { Order = 1_000 } },
        { "terms.name.ja", "card", Card with { Terms = Card.Terms with { Name = new LocalText(" ") } } },
        { "terms.note", "card", Card with { Terms = Card.Terms with { Note = null } } },
        { "terms.note", "card", Card with { Terms = Card.Terms with { Note = new LocalText("\n") } } },
        { "brand", "card", Card with { Brand = new string('V', 101) } },
        { "acquirer", "card", Card with { Acquirer = "a\nb" } },
        { "sites[0].site", "card", Card with { Sites = [new ExternalTenderSite("atlantis")] } },
        { "sites", "card", Card with { Sites = [new ExternalTenderSite("momiji"), new ExternalTenderSite("momiji")] } },
        { "sites[0].jpqr.postal", "card", Card with { Sites = [new ExternalTenderSite("momiji", new JpqrShop("0000000000001-0001-000001-000002", "5947", "MOMIJI", "MINE", "754", "もみじ"))] } },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Check_Wrong_NamesTheField(string field, string code, ExternalTenderRequest request) =>
        Assert.Equal(field, ExternalTenderChecks.Check(code, request.Tidy(), Sites)!.Field);

    [Fact]
    public void OfferedAt_RetiredOrElsewhere_IsLeftOutAndFoundAgain()
    {
        var tender = new ExternalTender { Code = "card" };
        tender.Take(Card with { AsksSlip = true }, At(1));
        var tenders = new ExternalTenders([tender]);
        Assert.True(Assert.Single(tenders.OfferedAt("akiyoshido")!).AsksSlip);
        Assert.Null(tenders.OfferedAt("momiji"));

        tender.Take(Card with { Retired = true }, At(2));
        Assert.Null(tenders.OfferedAt("akiyoshido"));
        Assert.Equal((true, false, false), (tender.IsTaken("akiyoshido", At(1)), tender.IsTaken("akiyoshido", At(2)), tender.IsTaken("momiji", At(1))));

        tender.Take(Card, At(3));
        Assert.NotNull(tenders.OfferedAt("akiyoshido"));
    }

    [Fact]
    public void RefundOf_UnknownOne_IsAtItsTerminal() => Assert.Equal(ExternalRefund.AtTerminal, new ExternalTenders([]).RefundOf("gone"));

    [Theory]
    [InlineData("mine-city")]
    [InlineData("kirigayu")]
    public async Task File_OfACity_HasNoMistakesAndIsMarked(string city)
    {
        var folder = Tourism.Testing.Repository.Path("src", "Pos", "Cities", city);
        var tenders = await CityFile.ReadTendersAsync(folder, TestContext.Current.CancellationToken);

        Assert.Empty(tenders.Errors(await CityFile.ReadAsync(folder, TestContext.Current.CancellationToken)));
        Assert.All(tenders.Tenders, tender => Assert.True(tender.Illustrative));
    }

    [Fact]
    public async Task File_WithMistakes_NamesThemAll()
    {
        var tenders = await CityFile.ReadTendersAsync(TestCity.Folder, TestContext.Current.CancellationToken);
        var wrong = tenders with { Tenders = [.. tenders.Tenders.Select(tender => tender with { FeeBasisPoints = 9_999 }), tenders.Tenders[0]] };

        var errors = wrong.Errors(await TestCity.FileAsync()).ToList();

        Assert.Equal(tenders.Tenders.Count + 1, errors.Count);
        Assert.Contains(errors, error => error.Contains("'card-terminal' stands there 2 times", StringComparison.Ordinal));
        Assert.Contains(errors, error => error.Contains("[jpqr]", StringComparison.Ordinal));
    }

    [Fact]
    public async Task ReadTenders_CityWithoutTheFile_TakesNothing() =>
        Assert.Empty((await CityFile.ReadTendersAsync(Path.GetTempPath(), TestContext.Current.CancellationToken)).Tenders);

    private static DateTime At(int second) => new(2026, 11, 23, 1, 0, second, DateTimeKind.Utc);
}
