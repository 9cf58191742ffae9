using Tourism.Kernel;
using Tourism.Points.Contracts;

namespace Tourism.Points.Tests.Support;

internal static class Samples
{
    public const string Shop = "shop-1";

    public static readonly LocalText ShopName = new("秋芳洞商店街 みやげ店", "Souvenir shop");

    public static HoldRequest Hold(string card, long points) => new(card, Shop, ShopName, new(points), Guid.CreateVersion7());
}
