using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Tourism.Kernel;
using Tourism.Pos.Access.Accounts;
using Tourism.Pos.Audit;
using Tourism.Pos.Catalogue;
using Tourism.Pos.Catalogue.Merchants;
using Tourism.Pos.Persistence;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Shops;

/// <summary>Makes what a shop needs to sell: an issuer, a site with one till, and goods whose amount is typed in.</summary>
internal sealed partial class SetUpShop(TimeProvider clock)
{
    private const int LongestStem = 30;

    /// <param name="db">Of the write this belongs to.</param>
    /// <param name="shop">Invited and not set up.</param>
    /// <param name="answer">Tidied and checked.</param>
    /// <param name="rates">Tax rates there are.</param>
    /// <param name="by">Who says so; nobody for the owner, who is about to get an account of the same code.</param>
    /// <param name="ct">Given up.</param>
    public async Task<Site> HandleAsync(PosDbContext db, Shop shop, ShopAnswer answer, IReadOnlyList<TaxRate> rates, Actor by, CancellationToken ct)
    {
        var (code, now, name) = (await FreeCodeAsync(db, Stem(answer), ct), clock.UtcMicros(), ShopChecks.NameOf(answer));
        var terms = new IssuerTerms(
            new IssuerView(name, answer.RegistrationNumber, Rounding.Floor, Address: answer.Address, Phone: answer.Phone), answer.SoleTrader);
        db.Add(Issuer.Of(code, terms));
        var last = await db.Set<Site>().MaxAsync(row => (int?)row.No, ct) ?? 0;
        var site = db.Add(new Site { No = last + 1, Code = code, Name = name, Kind = SiteKind.Shop, Issuer = code }).Entity;
        site.Places.Add(new Place { Kind = PlaceKind.Till, Code = TillOf(code), Name = ShopWords.Of("till") });
        site.Products.AddRange(FirstGoods.Of(answer.TaxClass, rates.Select(rate => rate.Class).ToHashSet()));
        shop.SetUp(code, answer, by.Person ?? code);
        var who = by.Person is null ? new Actor(code, code) : by;
        db.Audit(Deed.IssuerKept, who, code, now, before: null, terms.View);
        db.Audit(Deed.SiteKept, who, code, now, before: null, site.View().Says);
        db.Audit(Deed.ShopSetUp, who, code, now, before: null, new { shop.TaxClass, Payout = shop.Payout.Masked() });
        return site;
    }

    public static string TillOf(string site) => site + "-1";

    /// <summary>A code that people can tell: the name in Latin letters, if there is one.</summary>
    private static string Stem(ShopAnswer answer)
    {
        var latin = answer.Names?.En ?? (Romaji.Reads(answer.Name) ? Romaji.Of(answer.Name) : "");
        var stem = Unfit().Replace(latin.ToLowerInvariant(), "-").Trim('-');
        return stem.Length is < 3 ? "shop" : stem[..Math.Min(stem.Length, LongestStem)].Trim('-');
    }

    /// <summary>One word for issuer, site, till and owner, so that nobody has to remember which is which.</summary>
    private static async Task<string> FreeCodeAsync(PosDbContext db, string stem, CancellationToken ct)
    {
        for (var number = 1; ; number++)
        {
            var code = number == 1 && stem != "shop" ? stem : $"{stem}-{number}";
            var till = TillOf(code);
            if (!await db.Set<Site>().AnyAsync(row => row.Code == code, ct) && !await db.Set<Issuer>().AnyAsync(row => row.Code == code, ct)
                && !await db.Set<Place>().AnyAsync(row => row.Code == till, ct) && !await db.Set<Account>().AnyAsync(row => row.UserName == code, ct))
                return code;
        }
    }

    [GeneratedRegex("[^a-z0-9]+")]
    private static partial Regex Unfit();
}
