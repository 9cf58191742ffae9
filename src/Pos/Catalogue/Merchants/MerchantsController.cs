using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Tourism.Kernel;
using Tourism.Kernel.Server.Http;
using Tourism.Pos.Audit;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Catalogue.Merchants;

[Route("api/v1/sites")]
[Authorize(Roles = Roles.ShopOffice)]
internal sealed class SitesController(CatalogueStore catalogue, KeepSite keep) : ApiController
{
    /// <summary>Sites with every till and gate they have ever had; of an owner their own.</summary>
    [HttpGet]
    public async Task<IReadOnlyList<KeptSiteView>> Get(CancellationToken ct) =>
        [.. (await catalogue.GetAsync(ct)).Sites.Where(site => User.Elsewhere(Places.Site, site.Code) is null).Select(site => site.View())];

    /// <summary>Adds a site, or changes its names, tills and gates; based on another version than the present one it is refused (409).</summary>
    [HttpPut("{code}")]
    [Authorize(Roles = Roles.Administrator)]
    [ProducesResponseType<KeptSiteView>(StatusCodes.Status201Created)]
    [ProducesResponseType<KeptSiteView>(StatusCodes.Status200OK)]
    public async Task<ActionResult<KeptSiteView>> Put(string code, SiteRequest request, CancellationToken ct) => Answer(await keep.HandleAsync(code, request, User.Actor(), ct));
}

[Route("api/v1/issuers")]
[Authorize(Roles = Roles.ShopOffice)]
internal sealed class IssuersController(CatalogueStore catalogue, KeepIssuer keep, TimeProvider clock) : ApiController
{
    /// <summary>Issuers with what their receipts say by date; of an owner the one of their own site.</summary>
    [HttpGet]
    public async Task<IReadOnlyList<KeptIssuerView>> Get(CancellationToken ct)
    {
        var (snapshot, today) = (await catalogue.GetAsync(ct), BusinessDate.Of(clock.UtcMicros()));
        return [.. snapshot.Issuers.Values.Where(issuer => Sees(User, snapshot, issuer)).OrderBy(issuer => issuer.Seq).Select(issuer => issuer.View(today))];
    }

    /// <summary>Adds an issuer, or says what its receipts say from a day after today.</summary>
    [HttpPut("{code}")]
    [Authorize(Roles = Roles.Administrator)]
    [ProducesResponseType<KeptIssuerView>(StatusCodes.Status201Created)]
    [ProducesResponseType<KeptIssuerView>(StatusCodes.Status200OK)]
    public async Task<ActionResult<KeptIssuerView>> Put(string code, IssuerRequest request, CancellationToken ct) => Answer(await keep.HandleAsync(code, request, User.Actor(), ct));

    /// <summary>Withdraws a change that has not begun.</summary>
    [HttpDelete("{code}/changes/{from}")]
    [Authorize(Roles = Roles.Administrator)]
    public async Task<ActionResult<KeptIssuerView>> Delete(string code, DateOnly from, CancellationToken ct) => Answer(await keep.WithdrawAsync(code, from, User.Actor(), ct));

    private static bool Sees(ClaimsPrincipal user, Snapshot snapshot, Issuer issuer) =>
        user.IsInRole(Roles.Administrator) || user.IsInRole(Roles.Auditor)
        || snapshot.Sites.Any(site => site.Issuer == issuer.Code && user.Elsewhere(Places.Site, site.Code) is null);
}
