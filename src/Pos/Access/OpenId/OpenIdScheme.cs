using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using Tourism.Kernel.Server.Hosting;
using Tourism.Kernel.Server.SignIn;

namespace Tourism.Pos.Access.OpenId;

/// <summary>How staff leave for the provider and come back.</summary>
internal sealed class OpenIdScheme(IOptions<OpenIdOptions> provider, IOptions<TourismOptions> installation, PublicRoot root, OpenIdReturn back)
    : ProviderFlow<OpenIdOptions>(new ProviderDoor(Name, "/api/v1/session/openid/return", People.Scheme), provider, installation, root)
{
    public const string Name = "OpenId";

    protected override Task TakeAsync(TicketReceivedContext context) => back.TakeAsync(context);

    protected override Task RefuseAsync(RemoteFailureContext context) => back.RefuseAsync(context);
}

internal static class OpenIdServices
{
    public static IServiceCollection AddOpenId(this IServiceCollection services) => services.AddProvider<OpenIdOptions, OpenIdScheme>(OpenIdOptions.Section)
        .AddSingleton<OpenIdReturn>().AddSingleton<EnterByOpenId>().AddSingleton<LinkOpenId>().AddSingleton<CodeAfterOpenId>();
}
