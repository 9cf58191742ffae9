using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Tourism.Kernel;
using Tourism.Kernel.Server.Http;

namespace Tourism.Pos.Access;

internal static class AccessServices
{
    /// <summary>Sign-in by cookie. What does not say who may come in lets nobody in.</summary>
    public static IServiceCollection AddAccess(this IServiceCollection services)
    {
        services.AddSingleton<DemoPeople>();
        services.AddAuthentication(People.Scheme).AddCookie(People.Scheme, cookie =>
        {
            cookie.Cookie.Name = "tourism";
            cookie.Cookie.HttpOnly = true;
            cookie.Cookie.SameSite = SameSiteMode.Strict;
            cookie.ExpireTimeSpan = TimeSpan.FromHours(14);
            cookie.Events.OnRedirectToLogin = context => AnswerAsync(context, StatusCodes.Status401Unauthorized);
            cookie.Events.OnRedirectToAccessDenied = context => AnswerAsync(context, StatusCodes.Status403Forbidden);
        });
        services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAssertion(_ => false).Build());
        return services.AddSingleton<IAuthorizationHandler, AuditorsRead>().AddSingleton<AccessTable>();
    }

    private static Task AnswerAsync(RedirectContext<CookieAuthenticationOptions> context, int status)
    {
        var problem = Problems.Of(status == StatusCodes.Status401Unauthorized ? new NotSignedIn() : new NotAllowed(), context.HttpContext);
        problem.Status = status;
        context.Response.StatusCode = status;
        return context.Response.WriteAsJsonAsync(problem, options: null, "application/problem+json");
    }

    private sealed record NotSignedIn() : Failure("not-signed-in", FailureKind.Forbidden, "サインインしてください。", "Sign in first.");

    private sealed record NotAllowed() : Failure(
        "not-allowed", FailureKind.Forbidden, "この操作をする役割がありません。", "Your roles do not allow this.");
}
