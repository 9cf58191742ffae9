using System.Text.Json.Nodes;
using Tourism.Kernel;
using Tourism.Pos.Sandbox.Faults;

namespace Tourism.Pos.Sandbox;

/// <summary>What an endpoint of the sandbox does. Its changes are committed with its answer, or not at all.</summary>
internal delegate Task<Result<JsonObject>> SandboxWork(SandboxCall call);

/// <summary>A request in the hands of the use case that answers it.</summary>
/// <param name="Books">What the sandbox knows.</param>
/// <param name="Request">What was asked.</param>
/// <param name="Root">Where the sandbox's own pages are found from outside.</param>
/// <param name="Ct">The caller is gone.</param>
internal sealed record SandboxCall(SandboxBooks Books, SandboxRequest Request, string Root, CancellationToken Ct)
{
    public StripeForm Form => Request.Form;

    public string Id => Request.Id;
}

/// <summary>What a client asked.</summary>
/// <param name="Name">Method and path below the version, for example <c>POST refunds</c>.</param>
/// <param name="Id">The object in the address; empty when there is none.</param>
/// <param name="Key">Idempotency key; only where something is changed.</param>
/// <param name="Form">Parameters of body or address.</param>
internal sealed record SandboxRequest(string Name, string Id, string? Key, StripeForm Form)
{
    /// <summary>A 500 that was ordered for this request.</summary>
    public SandboxFault? Fault { get; init; }

    public const string Version = "/v1/";

    /// <summary>Tells the same request from another one under the same key.</summary>
    public string Fingerprint => Form.Fingerprint(Name);

    /// <summary>Where the list came from, as lists say it.</summary>
    public string Url => Version + Name[(Name.IndexOf(' ', StringComparison.Ordinal) + 1)..];

    /// <summary>A request without parameters comes without a content type.</summary>
    public static async Task<SandboxRequest> ReadAsync(HttpRequest http, CancellationToken ct)
    {
        var reads = HttpMethods.IsGet(http.Method);
        var form = reads ? new StripeForm(http.Query) : new StripeForm(http.HasFormContentType ? await http.ReadFormAsync(ct) : FormCollection.Empty);
        var key = reads ? null : http.Headers["Idempotency-Key"].ToString() is { Length: > 0 } given ? given : null;
        return new SandboxRequest($"{http.Method} {PathOf(http)}", http.RouteValues["id"] as string ?? "", key, form) { Fault = BreakRequest.Due(http) };
    }

    private static string PathOf(HttpRequest http)
    {
        var path = http.Path.ToString();
        return path[(path.IndexOf(Version, StringComparison.Ordinal) + Version.Length)..];
    }
}
