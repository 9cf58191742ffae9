using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Tourism.Kernel;
using Tourism.Kernel.Server.Http;
using Tourism.Pos.Access;
using Tourism.Pos.Audit;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Shops;

[Route("api/v1/shops")]
[Authorize(Roles = Roles.ShopOffice)]
internal sealed class ShopsController(FindShops find, ShopChoices choices, KeepPayout payout, ShopStripe stripe) : ApiController
{
    /// <summary>Shops that were asked to join, latest first; of an owner their own.</summary>
    [HttpGet]
    public async Task<IReadOnlyList<ShopView>> Get(CancellationToken ct) => await find.HandleAsync(
        Elsewhere, everywhere: User.IsInRole(Roles.Administrator) || User.IsInRole(Roles.Auditor), whole: !User.IsInRole(Roles.Auditor), ct);

    /// <summary>What a shop can choose from when it joins or changes how it gets its money.</summary>
    [HttpGet("choices")]
    public Task<ShopChoicesView> Choices(CancellationToken ct) => choices.GetAsync(ct);

    /// <summary>Says how the shop gets its money; based on another version than the present one it is refused (409). An owner signs in by password first.</summary>
    [HttpPut("{id:guid}/payout")]
    public async Task<ActionResult<ShopView>> Payout(Guid id, PayoutRequest request, CancellationToken ct) =>
        (await MineAsync(id, ct) ?? OnlyPin) is { } refused ? Answer(refused) : Answer(await payout.HandleAsync(id, request, User.Actor(), ct));

    /// <summary>Opens an account at Stripe for the shop, if it has none, and says where its owner fills in Stripe's form.</summary>
    [HttpPut("{id:guid}/stripe/link")]
    public async Task<ActionResult<StripeLinkView>> Link(Guid id, CancellationToken ct) =>
        await MineAsync(id, ct) is { } refused ? Answer(refused) : Answer(await stripe.LinkAsync(id, User.Actor(), User.HasOnlyPin(), ct));

    /// <summary>Asks Stripe how far the shop's account is.</summary>
    [HttpPut("{id:guid}/stripe")]
    public async Task<ActionResult<ShopView>> Refresh(Guid id, CancellationToken ct) =>
        await MineAsync(id, ct) is { } refused ? Answer(refused) : Answer(await stripe.RefreshAsync(id, ct));

    private async Task<Failure?> MineAsync(Guid id, CancellationToken ct)
    {
        var shop = await find.FindAsync(id, ct);
        return shop.Ok ? Elsewhere(shop.Value.Site ?? "") : shop.Failure;
    }

    /// <summary>Four digits open a counter; they do not say where its money goes.</summary>
    private PasswordFirst? OnlyPin => User.HasOnlyPin() ? new PasswordFirst() : null;

    private Failure? Elsewhere(string site) => User.Elsewhere(Places.Site, site);
}

[Route("api/v1/shops")]
[Authorize(Roles = Roles.Administrator)]
internal sealed class InvitationsController(InviteShop invite, MakeShopCode code, SetUpOnBehalf setUp) : ApiController
{
    /// <summary>Asks a shop to join, or corrects the invitation.</summary>
    [HttpPut("{id:guid}")]
    [ProducesResponseType<ShopView>(StatusCodes.Status201Created)]
    [ProducesResponseType<ShopView>(StatusCodes.Status200OK)]
    public async Task<ActionResult<ShopView>> Put(Guid id, ShopInvitationRequest request, CancellationToken ct) => Answer(await invite.HandleAsync(id, request, User.Actor(), ct));

    /// <summary>Takes the invitation back.</summary>
    [HttpDelete("{id:guid}/invitation")]
    public async Task<ActionResult<ShopView>> Withdraw(Guid id, CancellationToken ct) => Answer(await invite.WithdrawAsync(id, withdrawn: true, User.Actor(), ct));

    /// <summary>Restores an invitation that was taken back; it needs a new code.</summary>
    [HttpPut("{id:guid}/invitation")]
    public async Task<ActionResult<ShopView>> Restore(Guid id, CancellationToken ct) => Answer(await invite.WithdrawAsync(id, withdrawn: false, User.Actor(), ct));

    /// <summary>Makes a code by which the shop joins once, within 30 days; an earlier code is void.</summary>
    [HttpPut("{id:guid}/code")]
    public async Task<ActionResult<ShopCodeView>> Code(Guid id, CancellationToken ct) => Answer(await code.HandleAsync(id, User.Actor(), ct));

    /// <summary>Answers on the shop's behalf. Its owner then chooses nothing but a PIN.</summary>
    [HttpPut("{id:guid}/answer")]
    public async Task<ActionResult<ShopView>> SetUp(Guid id, ShopAnswer answer, CancellationToken ct) => Answer(await setUp.HandleAsync(id, answer, User.Actor(), ct));
}

[Route("api/v1/shops/{shop:guid}/letters")]
[Authorize(Roles = Roles.Administrator)]
internal sealed class ShopLettersController(MailShop mail, Mail.ListLetters letters) : ApiController
{
    /// <summary>The last ten letters to a shop, latest first, without what they say.</summary>
    [HttpGet]
    public async Task<IReadOnlyList<LetterView>> Get(Guid shop, CancellationToken ct) => await letters.OfAsync(shop, ct);

    /// <summary>Makes a code and sends it to the shop's mail address; an earlier code is void.</summary>
    [HttpPut("{id:guid}")]
    [ProducesResponseType<LetterView>(StatusCodes.Status201Created)]
    [ProducesResponseType<LetterView>(StatusCodes.Status200OK)]
    public async Task<ActionResult<LetterView>> Put(Guid shop, Guid id, LetterRequest request, CancellationToken ct) =>
        Answer(await mail.HandleAsync(shop, id, request, User.Actor(), ct));
}
