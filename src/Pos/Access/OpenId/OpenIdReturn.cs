using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using Tourism.Kernel;
using Tourism.Pos.Access.Devices;
using Tourism.Pos.Audit;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Access.OpenId;

/// <summary>
/// What somebody left for the provider to do, sealed in the state; and where they come out again: on pages of our own only, whatever anybody
/// has put into the address. The device is sealed in it, too: its cookie does not come along from the provider's site.
/// </summary>
internal sealed class OpenIdReturn(IServiceProvider services)
{
    public const string Linking = "linking";
    public const string Stamp = "stamp";
    public const string Invitation = "invitation";
    private const string OnDevice = "on-device";
    private const string App = "/app/";
    private const string Page = App + "openid/";

    /// <summary>The device somebody leaves from.</summary>
    public static void Seal(AuthenticationProperties leaving, Guid? device)
    {
        if (device is { } from)
            leaving.Items[OnDevice] = from.ToString();
    }

    public async Task TakeAsync(TicketReceivedContext context)
    {
        var (http, ct) = (context.HttpContext, context.HttpContext.RequestAborted);
        var (identity, left) = (CityIdentity.Of(context.Principal!, services.GetRequiredService<IOptions<OpenIdOptions>>().Value), context.Properties!);
        var outcome = left.Items.TryGetValue(Linking, out var name)
            ? (await services.GetRequiredService<LinkOpenId>().HandleAsync(name!, left.Items[Stamp]!, identity, ct)).Map(_ => "linked")
            : await EnterAsync(http, identity, left, ct);
        if (!outcome.Ok)
            await TellAsync(new Actor(name, Device: DeviceOf(left)), ct);
        http.Response.Redirect(outcome.Ok ? outcome.Value.Length == 0 ? App : Page + outcome.Value : Page + outcome.Failure.Code);
    }

    /// <summary>Given up at the provider, an answer to another browser's question, or one that was tampered with.</summary>
    public async Task RefuseAsync(RemoteFailureContext context)
    {
        // Without a state that this installation sealed, anybody could fill the trail.
        if (context.Properties is not null)
            await TellAsync(new Actor(null, Device: DeviceOf(context.Properties)), context.HttpContext.RequestAborted);
        context.Response.Redirect(Page + "refused");
    }

    private async Task<Result<string>> EnterAsync(HttpContext http, CityIdentity identity, AuthenticationProperties left, CancellationToken ct)
    {
        var (enter, device) = (services.GetRequiredService<EnterByOpenId>(), DeviceOf(left));
        var entered = left.Items.TryGetValue(Invitation, out var invitation)
            ? await enter.AcceptAsync(invitation!, identity, device, ct)
            : await enter.SignInAsync(identity, device, ct);
        if (!entered.Ok)
            return entered.Failure;
        if (entered.Value.CodeNeeded)
        {
            services.GetRequiredService<CodeAfterOpenId>().Ask(http, entered.Value.Account);
            return "code";
        }

        await http.EnterAsync(entered.Value.Account.ToPrincipal(proven: identity.Proven), device);
        return "";
    }

    private static Guid? DeviceOf(AuthenticationProperties left) => left.Items.TryGetValue(OnDevice, out var device) ? Guid.Parse(device!) : null;

    private Task TellAsync(Actor by, CancellationToken ct) =>
        services.GetRequiredService<KeepTrail>().HandleAsync(Deed.SignInRefused, by, CityIdentity.Provider, ct);
}
