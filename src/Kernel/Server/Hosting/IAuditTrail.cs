using System.Security.Claims;

namespace Tourism.Kernel.Server.Hosting;

/// <summary>The installation's audit trail, for modules that do not keep it.</summary>
public interface IAuditTrail
{
    /// <summary>Writes down that <paramref name="by"/> takes data out as a file; ask before it goes.</summary>
    /// <param name="by">The signed-in person.</param>
    /// <param name="what">What it is, at most 200 characters, for example the file's name.</param>
    /// <param name="ct">Given up.</param>
    Task ExportedAsync(ClaimsPrincipal by, string what, CancellationToken ct);
}
