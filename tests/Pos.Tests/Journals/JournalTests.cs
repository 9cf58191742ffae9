using Tourism.Kernel;
using Tourism.Pos.Shared.Journals;
using Tourism.Pos.Shared.Wire;
using Xunit;

namespace Tourism.Pos.Tests.Journals;

/// <summary>Hashes that tills have signed stay what they are; these were calculated apart from this code, from the description of the bytes.</summary>
public sealed class JournalTests
{
    private static readonly Guid Sale = Guid.Parse("019ab000-0000-7000-8000-000000000002");
    private static readonly Guid Tender = Guid.Parse("019ab000-0000-7000-8000-000000000003");
    private static readonly DateTime At = new(2026, 11, 23, 1, 0, 0, DateTimeKind.Utc);
    private static readonly string Start = Journal.Start(Guid.Parse("019ab000-0000-7000-8000-000000000001"));

    private static readonly RefundRequest Refund = new("akiyoshido-1", 1, 2, At, "雨", [new RefundLineRequest(1, 1)], new Yen(1_300));

    [Fact]
    public void Next_CashSale_HasTheHashItAlwaysHad() => Assert.Equal(
        "81d5d4e67df61fdb92d55e1b779c8eed74c054e4d442048871850db30ebb7e81",
        Journal.Next(Start, Sale, Paid(new TenderRequest(Tender, TenderKind.Cash, new Yen(2_600), new Yen(3_000)))));

    [Fact]
    public void Next_ExternalTender_HashesItsCodeAndSlip()
    {
        var card = new TenderRequest(Tender, TenderKind.External, new Yen(2_600)) { External = "card-terminal", Slip = "0042" };

        Assert.Equal("3a7160b95003965c9a4e53fcaaabf83bdaa0e93f18b6955a0441cfcf8c31532d", Journal.Next(Start, Sale, Paid(card)));
        Assert.Equal(4, new[] { card, card with { Slip = null }, card with { Slip = "43" }, card with { External = "jpqr" } }.Select(tender => Journal.Next(Start, Sale, Paid(tender))).Distinct().Count());
    }

    [Fact]
    public void Next_Refund_ChangesOnlyWithASlip()
    {
        Assert.Equal("17cae60449a605ff533d6112d031088752ad287edd31e0dae45fc00cae9457df", Journal.Next(Start, Sale, RefundId, Refund));
        Assert.Equal("17cae60449a605ff533d6112d031088752ad287edd31e0dae45fc00cae9457df", Journal.Next(Start, Sale, RefundId, Refund with { Slips = [] }));
        Assert.Equal("a4c29ba5df1849d6d6e240ad7d3841ba1a72595e39e5a8cf45bcefe6d1ab9978", Journal.Next(Start, Sale, RefundId, Refund with { Slips = [new RefundSlip(Tender, "77")] }));
    }

    private static Guid RefundId { get; } = Guid.Parse("019ab000-0000-7000-8000-000000000004");

    private static SaleRequest Paid(TenderRequest tender) =>
        new("akiyoshido-1", 1, 1, At, Language.Ja, [new LineRequest("adult", 2)], new Yen(2_600), [tender]);
}
