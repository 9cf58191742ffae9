using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Infrastructure;
using Tourism.Kernel.Server.Http;

namespace Tourism.Pos.Access.Clients;

/// <summary>Connected systems come in where an endpoint names a scope they have, and nowhere else that asks who they are.</summary>
internal sealed class ClientsByScope : IAuthorizationHandler
{
    public Task HandleAsync(AuthorizationHandlerContext context)
    {
        if (context.User.Identity is not { AuthenticationType: ClientScheme.Name } || context.Resource is not HttpContext http)
            return Task.CompletedTask;
        if (http.GetEndpoint()?.Metadata.GetMetadata<ScopeAttribute>() is { } scope && context.User.HasClaim(ClientScheme.Scope, scope.Name))
        {
            foreach (var roles in context.PendingRequirements.OfType<RolesAuthorizationRequirement>().ToList())
                context.Succeed(roles);
        }
        else
        {
            context.Fail(new AuthorizationFailureReason(this, "Not in scope."));
        }

        return Task.CompletedTask;
    }
}
