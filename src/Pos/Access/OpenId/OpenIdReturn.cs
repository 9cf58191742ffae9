using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using Tourism.Kernel;
using Tourism.Pos.Audit;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Access.OpenId;

/// <summary>
/// What somebody left for the provider to do, sealed in the state; and where they come out again: on pages of our own only, whatever anybody
/// has put into the address.
/// </summary>
internal sealed class OpenIdReturn(IServiceProvider services)
{
    public const string Linking = "linking";
    public const string Stamp = "stamp";
    public const string Invitation = "invitation";
    private const string App = "/app/";
    private const string Page = App + "openid/";

    public async Task TakeAsync(TicketReceivedContext context)
    {
        context.HandleResponse();
        var (http, ct) = (context.HttpContext, context.HttpContext.RequestAborted);
        var (identity, items) = (CityIdentity.Of(context.Principal!, services.GetRequiredService<IOptions<OpenIdOptions>>().Value), context.Properties!.Items);
        var outcome = items.TryGetValue(Linking, out var name)
            ? (await services.GetRequiredService<LinkOpenId>().HandleAsync(name!, items[Stamp]!, identity, ct)).Map(_ => "linked")
            : await EnterAsync(http, identity, items.TryGetValue(Invitation, out var invitation) ? invitation : null, ct);
        if (!outcome.Ok)
            await TellAsync(name, ct);
        http.Response.Redirect(outcome.Ok ? outcome.Value.Length == 0 ? App : Page + outcome.Value : Page + outcome.Failure.Code);
    }

    /// <summary>Given up at the provider, an answer to another browser's question, or one that was tampered with.</summary>
    public async Task RefuseAsync(RemoteFailureContext context)
    {
        context.HandleResponse();
        // Without a state that this installation sealed, anybody could fill the trail.
        if (context.Properties is not null)
            await TellAsync(null, context.HttpContext.RequestAborted);
        context.Response.Redirect(Page + "refused");
    }

    private async Task<Result<string>> EnterAsync(HttpContext http, CityIdentity identity, string? invitation, CancellationToken ct)
    {
        var enter = services.GetRequiredService<EnterByOpenId>();
        var entered = invitation is null ? await enter.SignInAsync(identity, ct) : await enter.AcceptAsync(invitation, identity, ct);
        if (!entered.Ok)
            return entered.Failure;
        if (entered.Value.CodeNeeded)
        {
            services.GetRequiredService<CodeAfterOpenId>().Ask(http, entered.Value.Account);
            return "code";
        }

        await http.SignInAsync(People.Scheme, entered.Value.Account.ToPrincipal(proven: identity.Proven));
        return "";
    }

    private Task TellAsync(string? name, CancellationToken ct) => services.GetRequiredService<KeepTrail>().HandleAsync(
        Deed.SignInRefused, name is null ? Actor.Nobody : new Actor(name), CityIdentity.Provider, ct);
}
