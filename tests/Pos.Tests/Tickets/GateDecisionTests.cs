using Tourism.Pos.Shared.Tickets;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Tests.Tickets;

/// <summary>One table for the server and for a gate that is alone.</summary>
public sealed class GateDecisionTests
{
    private static readonly DateOnly Today = new(2026, 11, 22);
    private static readonly TicketAtGate Party = new(TicketStanding.Good, Today, Today, AdmitsHere: true, People: 3, SiteUseView.None);
    private static readonly TicketCode Code = new(new TicketPayload(7, Guid.CreateVersion7(), 1, Today, 1, [new TicketParty(1, 3)]), [], []);
    private static readonly KeyView Server = new(7, "", Site: null, Till: null, Revoked: false);

    public static TheoryData<TicketAtGate, int?, ScanOutcome> Tickets => new()
    {
        { Party, null, ScanOutcome.Admitted },
        { Party, 3, ScanOutcome.Admitted },
        { Party with { Use = Entered(2) }, 1, ScanOutcome.Admitted },
        { Party with { Use = Entered(2) }, 2, ScanOutcome.ExceedsParty },
        { Party with { Use = Entered(3) }, null, ScanOutcome.AlreadyUsed },
        { Party with { Use = Entered(5) }, 1, ScanOutcome.AlreadyUsed },
        { Party with { AdmitsHere = false, Use = Entered(3) }, null, ScanOutcome.WrongSite },
        { Party with { FirstDay = Today.AddDays(1), LastDay = Today.AddDays(1), AdmitsHere = false }, null, ScanOutcome.TooEarly },
        { Party with { FirstDay = Today.AddDays(-2), LastDay = Today.AddDays(-1), Use = Entered(3) }, null, ScanOutcome.TooLate },
        { Party with { FirstDay = Today.AddDays(-2), LastDay = Today }, null, ScanOutcome.Admitted },
        { Party with { Standing = TicketStanding.Revoked, LastDay = Today.AddDays(-1) }, null, ScanOutcome.Revoked },
        { Party with { Standing = TicketStanding.Cancelled, Use = Entered(3) }, null, ScanOutcome.Cancelled },
        { Party with { Standing = TicketStanding.Blocked, AdmitsHere = false }, null, ScanOutcome.Blocked },
    };

    public static TheoryData<TicketAtGate, int?, ScanOutcome> Leaving => new()
    {
        { Back with { Use = Entered(3) }, null, ScanOutcome.WentOut },
        { Back with { Use = Entered(3) }, 3, ScanOutcome.WentOut },
        { Back with { Use = Entered(2) }, 3, ScanOutcome.NotInside },
        { Back, null, ScanOutcome.NotInside },
        { Back with { Use = Entered(3) with { Day = Today.AddDays(-1) } }, 1, ScanOutcome.NotInside },
        { Party with { Use = Entered(3) }, 1, ScanOutcome.NoReentry },
        { Party, 5, ScanOutcome.NoReentry },
        { Back with { Use = Entered(3), AdmitsHere = false }, 1, ScanOutcome.WrongSite },
        { Back with { Use = Entered(3), LastDay = Today.AddDays(-1) }, 1, ScanOutcome.TooLate },
        { Back with { Use = Entered(3), Standing = TicketStanding.Revoked }, 1, ScanOutcome.Revoked },
        { Back with { Use = Entered(3), Standing = TicketStanding.Cancelled }, 1, ScanOutcome.Cancelled },
        { Back with { Use = Entered(3), Standing = TicketStanding.Blocked }, 1, ScanOutcome.WentOut },
    };

    private static TicketAtGate Back => Party with { Reentry = true };

    [Theory]
    [MemberData(nameof(Leaving))]
    public void OfLeaving_InEveryCase_GivesTheMostUsefulReason(TicketAtGate ticket, int? people, ScanOutcome outcome) =>
        Assert.Equal(outcome, GateDecision.OfLeaving(ticket, people, Today));

    [Fact]
    public void OfTicket_WhoWentOutToday_ComesInAgainButNotTomorrow()
    {
        var gone = Back with { Use = new SiteUseView(3, Today, 1, 2), LastDay = Today.AddDays(1) };

        Assert.Equal(2, gone.RemainingOn(Today));
        Assert.Equal(ScanOutcome.Admitted, GateDecision.OfTicket(gone, 2, Today));
        Assert.Equal(ScanOutcome.ExceedsParty, GateDecision.OfTicket(gone, 3, Today));
        Assert.Equal(ScanOutcome.AlreadyUsed, GateDecision.OfTicket(gone, 1, Today.AddDays(1)));
    }

    [Theory]
    [MemberData(nameof(Tickets))]
    public void OfTicket_InEveryCase_GivesTheMostUsefulReason(TicketAtGate ticket, int? people, ScanOutcome outcome) =>
        Assert.Equal(outcome, GateDecision.OfTicket(ticket, people, Today));

    [Fact]
    public void OfCode_InEveryCase_NamesForgeryBeforeAllElse()
    {
        var till = Server with { Site = "akiyoshido", Till = "akiyoshido-1" };

        Assert.Null(GateDecision.OfCode(Code, Server, genuine: true, "akiyoshido"));
        Assert.Null(GateDecision.OfCode(Code, till, genuine: true, "akiyoshido"));
        Assert.Equal(ScanOutcome.Invalid, GateDecision.OfCode(null, null, genuine: false, null));
        Assert.Equal(ScanOutcome.Invalid, GateDecision.OfCode(Code, Server, genuine: false, "akiyoshido"));
        Assert.Equal(ScanOutcome.Invalid, GateDecision.OfCode(Code, Server, genuine: true, seller: null));
        Assert.Equal(ScanOutcome.UnknownKey, GateDecision.OfCode(Code, null, genuine: false, "akiyoshido"));
        Assert.Equal(ScanOutcome.UnknownKey, GateDecision.OfCode(Code, till, genuine: true, "trout-farm"));
    }

    [Fact]
    public void OfUnsold_InEveryCase_BelievesNoMoreThanATillCouldHaveSold()
    {
        var till = Server with { Site = "akiyoshido", Till = "akiyoshido-1" };
        var (twoDays, crowd) = (Code.Payload with { Days = 2 }, Code.Payload with { Party = [new TicketParty(1, 5_000), new TicketParty(2, 5_000)] });

        Assert.Null(GateDecision.OfUnsold(Code.Payload, till));
        Assert.Null(GateDecision.OfUnsold(twoDays, Server));
        Assert.Null(GateDecision.OfUnsold(Code.Payload with { Party = [new TicketParty(1, 9_999)] }, till));
        Assert.Equal(ScanOutcome.Invalid, GateDecision.OfUnsold(twoDays, till));
        Assert.Equal(ScanOutcome.Invalid, GateDecision.OfUnsold(crowd, till));
        Assert.Equal(ScanOutcome.UnknownKey, GateDecision.OfUnsold(Code.Payload, till with { Revoked = true }));
        Assert.Equal(ScanOutcome.UnknownKey, GateDecision.OfUnsold(Code.Payload, Server with { Revoked = true }));
    }

    [Fact]
    public void Beginnings_OfAKey_AreThoseOfItsCodes()
    {
        var (oneSite, manySites) = TicketCode.Beginnings(0xFEDC_BA98);
        var payload = Code.Payload with { Key = 0xFEDC_BA98 };

        Assert.StartsWith(oneSite, new TicketCode(payload, payload.ToBytes(), []).ToString(), StringComparison.Ordinal);
        Assert.StartsWith(manySites, new TicketCode(payload with { Also = [2] }, (payload with { Also = [2] }).ToBytes(), []).ToString(), StringComparison.Ordinal);
    }

    private static SiteUseView Entered(int people) => SiteUseView.None.Move(people, ScanDirection.In, Today).After;
}
