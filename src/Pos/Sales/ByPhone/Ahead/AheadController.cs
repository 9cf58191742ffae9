using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Tourism.Kernel;
using Tourism.Kernel.Server.Http;
using Tourism.Pos.Access;
using Tourism.Pos.Closures;
using Tourism.Pos.Public;

namespace Tourism.Pos.Sales.ByPhone.Ahead;

/// <summary>Visitors buy their tickets on their own phones, before they reach the counter.</summary>
[Route(AheadOffer.Page + "/{site}")]
[AllowAnonymous]
[EnableRateLimiting(SignInLimit.Buyers)]
[ApiExplorerSettings(IgnoreApi = true)]
internal sealed class AheadController(AheadPages pages, FindOffer find, SellByPhone sell, TimeProvider clock) : Controller
{
    [HttpGet]
    public async Task<IResult> Show(string site, CancellationToken ct) => await find.HandleAsync(site, ct) is { } offer
        ? await pages.PickAsync(HttpContext, offer, AheadForm.New(Request.Query, offer, clock))
        : await pages.MissingAsync(HttpContext);

    [HttpGet("poster")]
    public async Task<IResult> Poster(string site, CancellationToken ct) => await find.HandleAsync(site, ct) is { } offer
        ? await pages.PosterAsync(HttpContext, offer)
        : await pages.MissingAsync(HttpContext);

    /// <summary>First the numbers; then, with the total that was shown, the purchase.</summary>
    [HttpPost]
    public async Task<IResult> Send(IFormCollection? sent)
    {
        // A form that cannot be read at all comes as none, and nothing else would be bound beside it.
        var (site, ct) = ((string)RouteData.Values["site"]!, HttpContext.RequestAborted);
        if (await find.HandleAsync(site, ct) is not { } offer)
            return await pages.MissingAsync(HttpContext);
        var form = AheadForm.Read(sent ?? FormCollection.Empty, offer, clock);
        var party = AheadRules.Read(offer, form.Typed);
        if (form.Changes || party.Problem is not null || offer.Site.Closure is not null)
            return await pages.PickAsync(HttpContext, offer, form, form.Changes ? null : party.Problem ?? AheadProblem.Refused);
        if (form.Total is not { } total)
            return await pages.CheckAsync(HttpContext, offer, form, party);
        if (form.Day != offer.Day)
            return await pages.CheckAsync(HttpContext, offer, form with { Day = offer.Day }, party, AheadProblem.Day);
        return form.HasId ? await BuyAsync(offer, form, party, total, ct) : await pages.CheckAsync(HttpContext, offer, form, party, AheadProblem.Used);
    }

    private async Task<IResult> BuyAsync(AheadOffer offer, AheadForm form, AheadParty party, Yen total, CancellationToken ct)
    {
        var language = Languages.OfVisitor(HttpContext);
        var bought = await sell.HandleAsync(form.Id, new PhoneBasket(offer.Site.Code, party.Lines, total, language), ct);
        if (bought.Ok)
            return PublicPages.GoTo(HttpContext, bought.Value.View.PageUrl ?? $"/pay/{bought.Value.PageToken}?lang={language}");
        return bought.Failure switch
        {
            TooManyUnpaid => await pages.BusyAsync(HttpContext),
            TotalDiffers => await pages.CheckAsync(HttpContext, offer, form, party, AheadProblem.Changed),
            SiteClosed closed => await pages.PickAsync(HttpContext, offer with { Site = offer.Site with { Closure = closed.Notice } }, form, AheadProblem.Refused),
            { Kind: FailureKind.Conflict } => await pages.CheckAsync(HttpContext, offer, form.Again(clock), party, AheadProblem.Used),
            _ => await pages.PickAsync(HttpContext, offer, form.Again(clock), AheadProblem.Refused),
        };
    }
}
