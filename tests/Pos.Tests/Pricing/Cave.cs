using Tourism.Kernel;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Tests.Pricing;

/// <summary>The cave's price list and a shop that sells at any rate.</summary>
internal static class Cave
{
    public static SiteView Site(Rounding rounding = Rounding.Floor) => new(
        "akiyoshido", new LocalText("秋芳洞"), SiteKind.Cave, new IssuerView(new LocalText("美祢市"), "T7123456789012", rounding), [], [],
        [
            Admission("adult", 1300), Admission("junior-high", 1050), Admission("elementary", 700), Admission("preschool", 0),
            Typed("goods", 10), Typed("food", 8), Typed("stamp", 0),
            new ProductView("closed", new LocalText("休止中"), ProductKind.Admission, null, 10),
        ]);

    public static LineRequest Line(string product, int quantity) => new(product, quantity);

    public static LineRequest Typed(string product, long yen, int quantity = 1) => new(product, quantity, new Yen(yen));

    private static ProductView Admission(string code, long yen) => new(code, new LocalText(code), ProductKind.Admission, new Yen(yen), 10);

    private static ProductView Typed(string code, int percent) => new(code, new LocalText(code), ProductKind.Amount, null, percent);
}
