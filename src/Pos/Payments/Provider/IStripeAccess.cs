using Microsoft.Extensions.Options;

namespace Tourism.Pos.Payments;

/// <summary>Where the provider is and how to speak to it.</summary>
/// <param name="ApiKey">Secret key.</param>
/// <param name="ApiBase">Address of the API; <c>null</c> for the provider's own.</param>
/// <param name="WebhookSecrets">Secrets that a webhook may be signed with.</param>
internal sealed record StripeAccess(string ApiKey, string? ApiBase, IReadOnlyList<string> WebhookSecrets)
{
    /// <summary>Name of the HTTP client that reaches it.</summary>
    public string HttpName { get; init; } = StripeGateway.HttpName;

    /// <summary>Shops may have accounts of their own (Connect).</summary>
    public bool Connect { get; init; }

    public bool IsLive => StripeOptionsValidator.IsLive(ApiKey);

    /// <summary>A record would print its secrets into the first log that mentions it.</summary>
    public override string ToString() => nameof(StripeAccess);
}

/// <summary>Tells which provider this installation uses: the configured account, or the bundled sandbox.</summary>
internal interface IStripeAccess
{
    ValueTask<StripeAccess> GetAsync(CancellationToken ct);
}

/// <summary>The account named in the configuration.</summary>
internal sealed class ConfiguredStripe(IOptions<StripeOptions> options) : IStripeAccess
{
    public ValueTask<StripeAccess> GetAsync(CancellationToken ct) =>
        ValueTask.FromResult(new StripeAccess(options.Value.ApiKey!, options.Value.ApiBase, options.Value.WebhookSecrets) { Connect = options.Value.Connect });
}
