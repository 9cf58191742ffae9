using Tourism.Kernel;
using Tourism.Pos.Http;
using Tourism.Pos.Public;

namespace Tourism.Pos.Sales.ByPhone.Ahead;

/// <summary>The pages on which visitors buy ahead, whatever has happened: a refusal is a sentence on one of them.</summary>
internal sealed class AheadPages(PublicPages pages, PublicAddress address)
{
    public async Task<IResult> MissingAsync(HttpContext context) => PublicPages.Missing(context, await pages.FrameAsync(context));

    /// <summary>Which people there are, and how many.</summary>
    public async Task<IResult> PickAsync(HttpContext context, AheadOffer offer, AheadForm form, AheadProblem? problem = null) => offer.Site.Closure is { } closure
        ? await SayAsync(context, closure.Reason, problem is null ? StatusCodes.Status200OK : StatusOf(AheadProblem.Refused), offer)
        : PublicPages.Show<PickPage>(context, await pages.FrameAsync(context), new() { ["Offer"] = offer, ["Form"] = form, ["Said"] = Key(problem) }, StatusOf(problem));

    /// <summary>The party with its total, before anybody is asked for money.</summary>
    public async Task<IResult> CheckAsync(HttpContext context, AheadOffer offer, AheadForm form, AheadParty party, AheadProblem? problem = null)
    {
        SecurityHeaders.LetFormsLeadToPayment(context);
        return PublicPages.Show<CheckPage>(
            context, await pages.FrameAsync(context), new() { ["Offer"] = offer, ["Form"] = form, ["Quote"] = party.Quote, ["Said"] = Key(problem) }, StatusOf(problem));
    }

    public Task<IResult> BusyAsync(HttpContext context) => pages.BusyAsync(context);

    public async Task<IResult> PosterAsync(HttpContext context, AheadOffer offer) => PublicPages.Show<PosterPage>(
        context, await pages.FrameAsync(context), new() { ["Offer"] = offer, ["Url"] = address.Buy(offer.Site.Code) });

    private async Task<IResult> SayAsync(HttpContext context, Shared.Wire.ClosureReason reason, int status, AheadOffer offer) => PublicPages.Show<SayingPage>(
        context, await pages.FrameAsync(context), new() { ["Site"] = offer.Site.Name, ["At"] = offer.Address, ["Closed"] = reason.ToString().ToLowerInvariant(), ["Said"] = "closed" }, status);

    private static string? Key(AheadProblem? problem) => problem is { } one ? AheadTexts.Of(one) : null;

    private static int StatusOf(AheadProblem? problem) => problem switch
    {
        null => StatusCodes.Status200OK,
        AheadProblem.Number or AheadProblem.Nobody => StatusCodes.Status400BadRequest,
        AheadProblem.Used => StatusCodes.Status409Conflict,
        _ => StatusCodes.Status422UnprocessableEntity,
    };
}
