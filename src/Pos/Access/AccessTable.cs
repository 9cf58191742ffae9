using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Infrastructure;
using Microsoft.AspNetCore.StaticAssets;
using Tourism.Kernel;
using Tourism.Kernel.Server.Http;
using Tourism.Points.Contracts;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Access;

/// <summary>Who may call what, read from the endpoints themselves.</summary>
internal sealed class AccessTable(IEnumerable<EndpointDataSource> sources, IAuthorizationPolicyProvider policies)
{
    public async Task<IReadOnlyList<AccessRow>> ReadAsync()
    {
        var rows = new List<AccessRow>();
        foreach (var endpoint in sources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>())
        {
            var path = "/" + endpoint.RoutePattern.RawText!.TrimStart('/');
            foreach (var method in endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? [AccessRow.AnyMethod])
                rows.Add(new AccessRow(method, path, await WhoAsync(endpoint, method, path), endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is not null,
                    endpoint.Metadata.GetMetadata<ScopeAttribute>()?.Name));
        }

        return [.. rows.DistinctBy(row => (row.Method, row.Path)).OrderBy(row => row.Path, StringComparer.Ordinal).ThenBy(row => row.Method, StringComparer.Ordinal)];
    }

    private async Task<IReadOnlyList<string>> WhoAsync(Endpoint endpoint, string method, string path)
    {
        if (endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null)
            return [AccessRow.Anyone];
        var (data, own) = (endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>(), endpoint.Metadata.GetOrderedMetadata<AuthorizationPolicy>());
        if (data.Count + own.Count == 0)
            return [];
        var policy = await AuthorizationPolicy.CombineAsync(policies, data, own);
        if (policy!.AuthenticationSchemes.Contains(MemberSession.Scheme))
            return [AccessRow.Member];
        var named = policy.Requirements.OfType<RolesAuthorizationRequirement>().ToList();
        return named.Count == 0
            ? [AccessRow.SignedIn]
            : [.. Roles.All.Append(Roles.Device).Where(role => role == Roles.Auditor ? AuditorsRead.Reads(method, path) : named.All(one => one.AllowedRoles.Contains(role)))];
    }
}
