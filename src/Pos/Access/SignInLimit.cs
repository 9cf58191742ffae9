using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Claims;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using Tourism.Kernel;
using Tourism.Kernel.Server.Http;
using Tourism.Points.Contracts;
using Tourism.Pos.Access.Clients;
using Tourism.Pos.Public;

namespace Tourism.Pos.Access;

/// <summary>How often one address may try passwords and codes: generous, because a whole office may stand behind it. And how often a connected system may call.</summary>
internal static class SignInLimit
{
    public const string Policy = "sign-in";

    /// <summary>Visitors: apart from the staff, because both come from one address where the city's Wi-Fi has a single one.</summary>
    public const string Members = "member-sign-in";

    /// <summary>Visitors who buy on their own phones: a carrier puts many of them behind one address.</summary>
    public const string Buyers = "buyers";
    private const int Tries = 60;

    /// <summary>Leaving for the provider guesses nothing here: many behind one address may do it in a minute.</summary>
    private const int Visitors = 600;

    /// <summary>A purchase is two requests or three: forty and more a minute behind one address.</summary>
    private const int Purchases = 120;

    public static void Configure(RateLimiterOptions limits)
    {
        limits.AddPolicy(Policy, context => PerMinute(Caller(context.Connection.RemoteIpAddress), Tries));
        limits.AddPolicy(Members, context => Member(context.User) is { } member ? PerMinute("member " + member, Tries) : PerMinute(Caller(context.Connection.RemoteIpAddress), Visitors));
        limits.AddPolicy(Buyers, context => PerMinute(Caller(context.Connection.RemoteIpAddress), Purchases));
        limits.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context => context.User.FindFirst(ClientScheme.PerMinute) is { } allowed
            ? PerMinute(context.User.Code(), int.Parse(allowed.Value, CultureInfo.InvariantCulture))
            : RateLimitPartition.GetNoLimiter(""));
        limits.OnRejected = (rejected, _) => RefuseAsync(rejected.HttpContext);
    }

    private static RateLimitPartition<string> PerMinute(string caller, int tries) =>
        RateLimitPartition.GetFixedWindowLimiter(caller, _ => new FixedWindowRateLimiterOptions { PermitLimit = tries, Window = TimeSpan.FromMinutes(1) });

    /// <summary>The account of a member's session, the one thing it says; <c>null</c> before they have signed in.</summary>
    private static string? Member(ClaimsPrincipal user) =>
        user.Identities.FirstOrDefault(one => one.AuthenticationType == MemberSession.Scheme)?.Claims.FirstOrDefault()?.Value;

    /// <summary>An IPv6 customer has 2⁶⁴ addresses and counts as one.</summary>
    private static string Caller(IPAddress? address) => address is { AddressFamily: AddressFamily.InterNetworkV6, IsIPv4MappedToIPv6: false }
        ? Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8))
        : address?.MapToIPv4().ToString() ?? "";

    private static async ValueTask RefuseAsync(HttpContext context)
    {
        context.Response.Headers.RetryAfter = "60";
        if (context.Request.Path.StartsWithSegments(MemberSession.Page))
            await (await context.RequestServices.GetRequiredService<MemberPages>().ShowAsync(context, MemberPages.TooManyTries, StatusCodes.Status429TooManyRequests)).ExecuteAsync(context);
        else if (context.GetEndpoint()?.Metadata.GetMetadata<EnableRateLimitingAttribute>()?.PolicyName == Buyers)
            await (await context.RequestServices.GetRequiredService<PublicPages>().BusyAsync(context)).ExecuteAsync(context);
        else
            await Problems.WriteAsync(new TooManyTries(), StatusCodes.Status429TooManyRequests, context);
    }

    private sealed record TooManyTries() : Failure(
        "too-many-tries", FailureKind.Unavailable, "試行が多すぎます。1分待ってからもう一度お試しください。", "Too many tries. Wait a minute and try again.");
}
