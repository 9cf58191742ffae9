using Microsoft.EntityFrameworkCore;
using Tourism.Kernel;
using Tourism.Pos.Catalogue;
using Tourism.Pos.Persistence;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Shops;

/// <summary>What whoever holds a good code is told before they join: nothing that is not theirs.</summary>
internal sealed class LookAtInvitation(IDbContextFactory<PosDbContext> contexts, ShopChoices choices, TimeProvider clock)
{
    public async Task<Result<JoiningView>> HandleAsync(ShopCode request, CancellationToken ct)
    {
        var hash = JoiningCode.HashOf(request.Code ?? "");
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.Set<Shop>().AsNoTracking().SingleOrDefaultAsync(row => row.CodeHash == hash, ct) is not { } shop)
            return new WrongShopCode();
        return shop.Refuse(request.Enrolment, clock.UtcMicros()) is { } refusal ? refusal : new JoiningView(shop.Name, shop.Site is not null, await choices.GetAsync(ct));
    }
}

/// <summary>What a shop can choose from, whoever answers for it.</summary>
internal sealed class ShopChoices(ConnectAccounts connect, CatalogueStore catalogue, TimeProvider clock)
{
    public async Task<ShopChoicesView> GetAsync(CancellationToken ct)
    {
        var (places, today) = (await catalogue.GetAsync(ct), BusinessDate.Of(clock.UtcMicros()));
        var classes = places.Rates.Where(rate => rate.From <= today).GroupBy(rate => rate.Class)
            .Select(rates => new TaxClassView(rates.Key, rates.MaxBy(rate => rate.From)!.Percent));
        return new ShopChoicesView(places.City, [.. classes], await connect.AreOfferedAsync(ct));
    }
}
