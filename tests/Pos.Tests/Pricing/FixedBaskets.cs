using System.Security.Cryptography;
using System.Text.Json;
using Tourism.Kernel;
using Tourism.Pos.Shared.Pricing;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Tests.Pricing;

/// <summary>Quotes of 3,000 baskets made by arithmetic, as one hash; compiled for the server's tests and for the browser alike.</summary>
internal static class FixedBaskets
{
    /// <summary>It changes only when prices do: whoever changes it says in the changelog why.</summary>
    public const string Expected = "b0506a351aef855c383031986712f171f576207f7d44ba0de1e2dc392b81c90a";

    private static readonly string[] Products =
        ["adult", "student", "junior-high", "elementary", "preschool", "goods", "food", "stamp", "rod", "cooking", "thing", "trout"];

    /// <summary>SHA-256 over the quotes in JSON, 64 hex digits in small letters.</summary>
    public static string Hash()
    {
        var quotes = Enumerable.Range(1, 3_000).Select(seed => Calculator.Price(Sites[seed % Sites.Length], Basket(seed), Terms(seed)))
            .Select(quote => (object)(quote.Ok ? quote.Value : new { quote.Failure!.Code, quote.Failure.Field }));
        return Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(quotes, Json.Options)));
    }

    private static SiteView[] Sites { get; } =
    [
        Cave.Site(), Cave.Site(Rounding.Round), Cave.Site(Rounding.Ceiling), Cave.NewYear, Cave.With(new TierCountView(true, true, false)),
        Cave.Site() with { Issuer = Cave.Issuer with { PricesIncludeTax = false } },
    ];

    private static List<LineRequest> Basket(int seed) => [.. Enumerable.Range(0, 1 + (seed % 7)).Select(line => Line((seed * 31) + (line * 17)))];

    private static LineRequest Line(int mix) => Products[mix % Products.Length] switch
    {
        "goods" or "food" or "stamp" => Cave.Typed(Products[mix % Products.Length], 1 + (mix * 7919L % 9_000)),
        "trout" => Cave.Weighed(200 + (mix * 37 % 3_000), mix % 200, mix % 3 == 0),
        "adult" => Cave.Line("adult", 1 + (mix * 13 % 110), mix % 5 == 0 ? "disability" : mix % 11 == 0 ? "leader" : null),
        var product => Cave.Line(product, 1 + (mix * 13 % 40)),
    };

    private static BasketTerms? Terms(int seed) => (seed % 4) switch
    {
        0 => null,
        1 => new BasketTerms(SchoolTrip: true),
        2 => new BasketTerms(Discount: new Yen(1 + (seed * 101 % 2_000)), Reason: "coupon"),
        _ => new BasketTerms(Tier: seed % 3 == 0 ? 0 : 20, Reason: "staff"),
    };
}
