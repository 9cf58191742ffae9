using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Tourism.Kernel;
using Tourism.Kernel.Server.Http;
using Tourism.Pos.Audit;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Catalogue.Dated;

[Route("api/v1/tax-rates")]
[Authorize(Roles = Roles.ShopOffice)]
internal sealed class TaxRatesController(KeepTaxRate rates) : ApiController
{
    /// <summary>Every tax rate by class and date, latest first.</summary>
    [HttpGet]
    public async Task<IReadOnlyList<TaxRateView>> Get(CancellationToken ct) => await rates.ListAsync(ct);

    /// <summary>Gives a class a rate from a day on, today or later.</summary>
    [HttpPut("{name}/{from}")]
    [Authorize(Roles = Roles.Administrator)]
    [ProducesResponseType<TaxRateView>(StatusCodes.Status201Created)]
    [ProducesResponseType<TaxRateView>(StatusCodes.Status200OK)]
    public async Task<ActionResult<TaxRateView>> Put(string name, DateOnly from, TaxRateRequest request, CancellationToken ct) =>
        Answer(await rates.SetAsync(name, from, request, User.Actor(), ct));

    /// <summary>Withdraws a rate that has not begun.</summary>
    [HttpDelete("{name}/{from}")]
    [Authorize(Roles = Roles.Administrator)]
    public async Task<ActionResult<IReadOnlyList<TaxRateView>>> Delete(string name, DateOnly from, CancellationToken ct) =>
        await rates.WithdrawAsync(name, from, User.Actor(), ct) is { } failure ? Answer(failure) : Ok(await rates.ListAsync(ct));
}

[Route("api/v1/sites/{site}/tariffs")]
[Authorize(Roles = Roles.ShopOffice)]
internal sealed class TariffsController(KeepTariff tariffs) : ApiController
{
    /// <summary>Price lists of a site by date, latest first.</summary>
    [HttpGet]
    public async Task<ActionResult<IReadOnlyList<TariffRowView>>> Get(string site, CancellationToken ct) =>
        User.Elsewhere(Places.Site, site) is { } elsewhere ? Answer(elsewhere) : Answer(await tariffs.ListAsync(site, ct));

    /// <summary>Adopts a price list as a copy of another, from a day after today.</summary>
    [HttpPut("{code}")]
    [Authorize(Roles = Roles.Administrator)]
    [ProducesResponseType<TariffRowView>(StatusCodes.Status201Created)]
    [ProducesResponseType<TariffRowView>(StatusCodes.Status200OK)]
    public async Task<ActionResult<TariffRowView>> Put(string site, string code, TariffRequest request, CancellationToken ct) =>
        Answer(await tariffs.AdoptAsync(site, code, request, User.Actor(), ct));

    /// <summary>Withdraws a price list that has not begun; the one it would have followed goes on.</summary>
    [HttpDelete("{code}")]
    [Authorize(Roles = Roles.Administrator)]
    public async Task<ActionResult<IReadOnlyList<TariffRowView>>> Delete(string site, string code, CancellationToken ct) =>
        await tariffs.WithdrawAsync(site, code, User.Actor(), ct) is { } failure ? Answer(failure) : Answer(await tariffs.ListAsync(site, ct));
}

[Route("api/v1/changes")]
[Authorize(Roles = Roles.ShopOffice)]
internal sealed class ChangesController(ChangesOfDay changes) : ApiController
{
    /// <summary>What changes when <paramref name="date"/> begins; at one's own site, or for an administrator at every site.</summary>
    [HttpGet]
    public async Task<ActionResult<DayChangesView>> Get(DateOnly? date, string? site, CancellationToken ct)
    {
        if (date <= CatalogueDays.Earliest || date > CatalogueDays.Latest)
            return Answer(new WrongDay(CatalogueDays.Earliest.AddDays(1), CatalogueDays.Latest));
        var own = site ?? (User.IsInRole(Roles.Administrator) || User.IsInRole(Roles.Auditor) ? null : User.FindFirst(Places.Site)?.Value ?? "");
        return own is not null && User.Elsewhere(Places.Site, own) is { } elsewhere ? Answer(elsewhere) : Ok(await changes.HandleAsync(date, own, ct));
    }

    private sealed record WrongDay(DateOnly First, DateOnly Last) : Failure(
        "wrong-day", FailureKind.Invalid, $"{First:yyyy-MM-dd}～{Last:yyyy-MM-dd} の日にしてください。", $"Ask for a day from {First:yyyy-MM-dd} to {Last:yyyy-MM-dd}.", "date");
}
