using CsCheck;
using Tourism.Kernel;
using Tourism.Pos.Shared.Pricing;
using Tourism.Pos.Shared.Wire;
using Xunit;

namespace Tourism.Pos.Tests.Pricing;

/// <summary>What holds for any party.</summary>
public sealed class PartyProperties
{
    private static readonly SiteView Site = Cave.Site();

    private static readonly Gen<LineRequest> Line = Gen.Select(
        Gen.OneOf("adult", "student", "junior-high", "elementary", "preschool"), Gen.OneOf(Gen.Int[1, 12], Gen.Int[1, 120]), Gen.OneOf("", "", "", "disability", "third"),
        (product, people, reduction) => Cave.Line(product, people, reduction.Length == 0 ? null : reduction));

    private static readonly Gen<List<LineRequest>> Party = Line.List[1, 8];

    private static readonly Gen<BasketTerms> Terms = Gen.Bool.Select(trip => new BasketTerms(SchoolTrip: trip));

    [Fact]
    public void Party_Price_IsTheSameAsOfTheOrdinanceReadLiterally() => Gen.Select(Party, Terms).Sample((party, terms) =>
    {
        var people = party.SelectMany(line => Enumerable.Repeat((line.Product, line.Reduction), line.Quantity)).ToList();
        var (total, quote) = (PlainTariff.Total(people, terms.SchoolTrip), Calculator.Price(Site, party, terms).Value);
        return quote.Total.Amount == total && quote.Taxes.Single().Tax.Amount == PlainTariff.Tax(total, 10);
    });

    [Fact]
    public void Party_SameCompositionButLarger_NeverPaysMoreAHead() => Gen.Select(Party, Terms, Gen.Int[2, 9]).Sample((party, terms, times) =>
        Total([.. party.Select(line => line with { Quantity = line.Quantity * times })], terms) <= Total(party, terms) * times);

    [Fact]
    public void Party_Together_NeverPaysMoreThanItsPartsApart() => Gen.Select(Party, Party, Terms).Sample((one, other, terms) =>
        Total([.. one, .. other], terms) <= Total(one, terms) + Total(other, terms));

    [Fact]
    public void Party_CheapestPrice_IsNoMoreThanAnyLegalChoice() => Gen.Select(Party, Gen.OneOf(0, 20, 100, 200)).Sample((party, tier) =>
    {
        var chosen = Calculator.Price(Site, party, new BasketTerms(Tier: tier, Reason: "staff"));
        return !chosen.Ok || Total(party, new BasketTerms()) <= chosen.Value.Total;
    });

    [Fact]
    public void Party_LinesInAnotherOrder_CostTheSame() => Gen.Select(Party, Terms).Sample((party, terms) =>
        Total(Enumerable.Reverse(party).ToList(), terms) == Total(party, terms));

    private static Yen Total(List<LineRequest> party, BasketTerms terms) => Calculator.Price(Site, party, terms).Value.Total;
}
