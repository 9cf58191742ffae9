using System.Globalization;
using System.Net;
using System.Net.Sockets;
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
    private const int Tries = 60;

    public static void Configure(RateLimiterOptions limits)
    {
        limits.AddPolicy(Policy, context => RateLimitPartition.GetFixedWindowLimiter(
            Caller(context.Connection.RemoteIpAddress), _ => new FixedWindowRateLimiterOptions { PermitLimit = Tries, Window = TimeSpan.FromMinutes(1) }));
        limits.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context => context.User.FindFirst(ClientScheme.PerMinute) is { } allowed
            ? RateLimitPartition.GetFixedWindowLimiter(context.User.Code(), _ => new FixedWindowRateLimiterOptions
            {
                PermitLimit = int.Parse(allowed.Value, CultureInfo.InvariantCulture), Window = TimeSpan.FromMinutes(1),
            })
            : RateLimitPartition.GetNoLimiter(""));
        limits.OnRejected = (rejected, _) => RefuseAsync(rejected.HttpContext);
    }

    /// <summary>An IPv6 customer has 2⁶⁴ addresses and counts as one.</summary>
    private static string Caller(IPAddress? address) => address is { AddressFamily: AddressFamily.InterNetworkV6, IsIPv4MappedToIPv6: false }
        ? Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8))
        : address?.MapToIPv4().ToString() ?? "";

    private static async ValueTask RefuseAsync(HttpContext context)
    {
        context.Response.Headers.RetryAfter = "60";
        if (!context.Request.Path.StartsWithSegments(MemberSession.Page))
            await Problems.WriteAsync(new TooManyTries(), StatusCodes.Status429TooManyRequests, context);
        else
            await (await context.RequestServices.GetRequiredService<MemberPages>().ShowAsync(context, MemberPages.TooManyTries, StatusCodes.Status429TooManyRequests)).ExecuteAsync(context);
    }

    private sealed record TooManyTries() : Failure(
        "too-many-tries", FailureKind.Unavailable, "試行が多すぎます。1分待ってからもう一度お試しください。", "Too many tries. Wait a minute and try again.");
}
