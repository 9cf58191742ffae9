using System.Security.Claims;
using Microsoft.Extensions.Options;
using Tourism.Kernel;
using Tourism.Kernel.Server.Hosting;
using Tourism.Pos.Access.OpenId;
using Tourism.Pos.Http;
using Tourism.Pos.Mail;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Access;

/// <summary>What the staff app is told about a session.</summary>
internal sealed class SessionViews(DemoPeople people, PublicAddress address, PostBox letters, IOptions<OpenIdOptions> provider, IOptions<TourismOptions> options)
{
    public SessionView Of(ClaimsPrincipal user) => new(options.Value.Mode.ToString().ToLowerInvariant(), Person(user), people.All, address.Root)
    {
        SecondFactorDue = user.OwesSecondFactor(),
        ByName = user.HasAccount(),
        ByPin = user.HasOnlyPin(),
        OpenId = provider.Value.Name,
        Mail = user.IsInRole(Roles.Administrator) ? letters.Use : null,
        Posts = user.AllPosts() is { Count: > 1 } posts ? posts : null,
        Post = user.PostNow(),
    };

    private PersonView? Person(ClaimsPrincipal user)
    {
        if (!user.IsPerson())
            return null;
        return user.HasAccount() ? user.ToPerson() : people.Find(user.Code());
    }
}
