using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Infrastructure;
using Tourism.Kernel;

namespace Tourism.Pos.Access;

/// <summary>Auditors read all that the API tells anybody's role, and write nothing.</summary>
internal sealed class AuditorsRead : AuthorizationHandler<RolesAuthorizationRequirement>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, RolesAuthorizationRequirement requirement)
    {
        if (context.User.IsInRole(Roles.Auditor) && context.Resource is HttpContext { Request: var request })
        {
            if (Reads(request.Method, request.Path))
                context.Succeed(requirement);
            else
                context.Fail(new AuthorizationFailureReason(this, "Auditors only read."));
        }

        return Task.CompletedTask;
    }

    public static bool Reads(string method, PathString path) => HttpMethods.IsGet(method) && path.StartsWithSegments("/api");
}
