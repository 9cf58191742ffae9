using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Tourism.Kernel;
using Tourism.Kernel.Server.Http;
using Tourism.Pos.Closures;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Catalogue;

[Route("api/v1/catalogue")]
[Authorize(Roles = Roles.Everybody)]
internal sealed class CatalogueController(CatalogueStore catalogue, ClosureBoard closures, TimeProvider clock) : ApiController
{
    /// <summary>Sites, tills, gates and products with the prices of <paramref name="date"/>; of today without one.</summary>
    [HttpGet]
    [Scope(Scopes.CatalogueRead)]
    public async Task<ActionResult<CatalogueView>> Get(DateOnly? date, CancellationToken ct)
    {
        var day = date ?? BusinessDate.Of(clock.UtcMicros());
        return day < CatalogueDays.Earliest || day > CatalogueDays.Latest ? Answer(new WrongCatalogueDay(day)) : await OnAsync(day, ct);
    }

    private async Task<CatalogueView> OnAsync(DateOnly day, CancellationToken ct)
    {
        var view = (await catalogue.GetAsync(ct)).On(day);
        var sites = new List<SiteView>(view.Sites.Count);
        foreach (var site in view.Sites)
            sites.Add(await closures.FindAsync(site.Code, day, ct) is { } closure ? site with { Closure = closure } : site);
        return view with { Sites = sites };
    }

    private sealed record WrongCatalogueDay(DateOnly Day) : Failure(
        "wrong-catalogue-day", FailureKind.Invalid,
        $"{Day:yyyy-MM-dd} の価格は調べられません。{CatalogueDays.Earliest:yyyy-MM-dd}～{CatalogueDays.Latest:yyyy-MM-dd} の日付にしてください。",
        $"There are no prices for {Day:yyyy-MM-dd}. Ask for a day from {CatalogueDays.Earliest:yyyy-MM-dd} to {CatalogueDays.Latest:yyyy-MM-dd}.", "date");
}
