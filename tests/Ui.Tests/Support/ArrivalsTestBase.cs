using Bunit;
using Tourism.Kernel;
using Tourism.Pos.Shared.Wire;
using Tourism.Pos.Till.Arrivals;

namespace Tourism.Ui.Tests.Support;

/// <summary>The shop's own screen before a server that tells what was paid.</summary>
public abstract class ArrivalsTestBase : StaffScreen
{
    private protected const string Arrivals = "/api/v1/sites/momiji/arrivals";
    private protected const string Kept = "arrivals.momiji";
    private static readonly TaxClassView[] Classes = [new("standard", 10), new("reduced", 8), new("exempt", 0)];

    private protected ArrivalsTestBase()
    {
        Server.On("GET", "/api/v1/sites/momiji/sticker", _ => new StickerStandView("momiji", null, Possible: true));
        Answer([], []);
    }

    private protected static DateTime Now { get; } = new(2026, 11, 22, 1, 20, 0, DateTimeKind.Utc);

    private protected IRenderedComponent<ArrivalsScreen> Open() => Render<ArrivalsScreen>(screen => screen.Add(one => one.Site, "momiji"));

    private protected void Answer(ArrivalView[] sales, ArrivalView[] missed) => Server.On("GET", Arrivals, _ => View(sales, missed));

    /// <summary>What the server says of a day, that of <see cref="Now"/> unless another is named.</summary>
    private protected static ArrivalsView View(ArrivalView[] sales, ArrivalView[] missed, long after = 1_000, DateTime? now = null) => new(
        "momiji", BusinessDate.Of(now ?? Now), sales, sales.Select(sale => sale.Amount - sale.Refunded).Sum(), Classes, after, missed);

    private protected static ArrivalView Sale(string number, long yen, int minute) => new(
        Guid.CreateVersion7(), number, new Yen(yen), Now.AddMinutes(minute), BusinessDate.Of(Now.AddMinutes(minute)), $"momiji-phone-1-{minute + 1:D6}", 10, MayChangeTax: true);
}
