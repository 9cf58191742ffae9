using System.Net;
using Microsoft.EntityFrameworkCore;
using Tourism.Kernel;
using Tourism.Pos.Audit;
using Tourism.Pos.Sales.ByPhone.Stickers;
using Tourism.Pos.Shared.Wire;
using Tourism.Pos.Tests.Refunds;

namespace Tourism.Pos.Tests.Sales.ByPhone.Stickers;

public sealed class StickerTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Make_TwiceUnderOneId_IsOneStickerWithAnAddressInCapitals()
    {
        await using var shop = await StickerHost.StartAsync();
        var id = Guid.CreateVersion7();

        var (first, again) = ((await shop.TryMakeAsync(id)).Value, (await shop.TryMakeAsync(id)).Value);

        Assert.Equal((true, false), (first.First, again.First));
        Assert.Equal(first.View, again.View);
        Assert.Matches("^HTTP://[^/]+/S/[0-9A-Z]{26}$", first.View.Url);
        Assert.Equal(first.View, (await shop.Get<FindSticker>().OfSiteAsync(StickerHost.Site, Ct)).Value.Sticker);
    }

    [Fact]
    public async Task Make_Another_StopsTheFormerAndIsInTheTrail()
    {
        await using var shop = await StickerHost.StartAsync();
        var (former, present) = (await shop.MakeAsync(), await shop.MakeAsync());

        var (status, page) = await shop.OpenAsync($"/s/{former}?lang=ko");
        using var paid = await shop.SendAsync(former, Guid.CreateVersion7(), "1080");

        Assert.Equal(HttpStatusCode.NotFound, status);
        Assert.Contains(StickerTexts.All.Get(Language.Ko, "gone"), page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, paid.StatusCode);
        Assert.Equal(0, await shop.Counter.ReadAsync(db => db.Set<Pos.Sales.Sale>().CountAsync(Ct)));
        Assert.Equal(HttpStatusCode.OK, (await shop.OpenAsync($"/S/{present}")).Status);
        Assert.Equal(2, await shop.Counter.ReadAsync(db => db.Set<AuditEntry>().CountAsync(entry => entry.Deed == Deed.StickerMade, Ct)));
    }

    [Fact]
    public async Task Make_RepeatedAfterSomebodyReplacedIt_SaysSo()
    {
        await using var shop = await StickerHost.StartAsync();
        var lost = Guid.CreateVersion7();
        await shop.TryMakeAsync(lost);
        var present = (await shop.TryMakeAsync(Guid.CreateVersion7())).Value.View;

        var repeated = await shop.TryMakeAsync(lost);

        Assert.Equal(new StickerReplaced(), repeated.Failure);
        Assert.Equal(present, (await shop.Get<FindSticker>().OfSiteAsync(StickerHost.Site, Ct)).Value.Sticker);
    }

    [Fact]
    public async Task Make_ManyAtOnce_LeavesOneThatIsGood()
    {
        await using var shop = await StickerHost.StartAsync();

        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => shop.TryMakeAsync(Guid.CreateVersion7())));

        Assert.Equal(1, await shop.Counter.ReadAsync(db => db.Set<Sticker>().CountAsync(row => row.RevokedAt == null, Ct)));
        Assert.Equal(6, await shop.Counter.ReadAsync(db => db.Set<Sticker>().CountAsync(Ct)));
    }

    [Fact]
    public async Task Make_WhereNothingIsSoldByAmount_IsRefused()
    {
        await using var shop = await StickerHost.StartAsync();

        var refused = await shop.TryMakeAsync(Guid.CreateVersion7(), CounterHost.Site);

        Assert.Equal(new NothingByAmount(CounterHost.Site), refused.Failure);
        Assert.False((await shop.Get<FindSticker>().OfSiteAsync(CounterHost.Site, Ct)).Value.Possible);
    }

    [Fact]
    public async Task Sheet_OfAGoodSticker_HoldsItsCodeAndFiveLanguages()
    {
        await using var shop = await StickerHost.StartAsync();
        var token = await shop.MakeAsync();

        var (status, page) = await shop.OpenAsync($"/s/{token}/sheet");

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains($"/S/{token}</p>", page, StringComparison.Ordinal);
        Assert.Contains("<h1>おみやげ もみじ</h1>", page, StringComparison.Ordinal);
        Assert.All(Language.All, language => Assert.Contains(StickerTexts.All.Get(language, "sheet-what"), page, StringComparison.Ordinal));
        Assert.Contains(StickerTexts.All.Get(Language.Ko, "sheet-shop"), (await shop.OpenAsync($"/s/{token}/sheet?lang=ko")).Page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await shop.OpenAsync($"/s/{new string('0', 26)}/sheet")).Status);
    }
}
