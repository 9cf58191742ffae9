using Microsoft.Extensions.Options;
using Tourism.Kernel.Server.Hosting;

namespace Tourism.Pos.Payments;

/// <summary>Section <c>Tourism:Stripe</c>. Left empty in Demo and Training, where the bundled sandbox takes its place.</summary>
internal sealed class StripeOptions
{
    /// <summary>Secret or restricted key, from the environment or a vault, never from a file that is shared.</summary>
    public string? ApiKey { get; set; }

    /// <summary>Signing secrets of the webhook endpoint; two while one is being replaced.</summary>
    public IReadOnlyList<string> WebhookSecrets { get; set; } = [];

    /// <summary>Another server that speaks the same protocol; only ever for test keys.</summary>
    public string? ApiBase { get; set; }

    /// <summary>The account is a platform (Connect): shops may have accounts of their own under it.</summary>
    public bool Connect { get; set; }
}

/// <summary>Refuses keys that do not fit the installation, all reasons at once.</summary>
internal sealed class StripeOptionsValidator(IConfiguration configuration) : IValidateOptions<StripeOptions>
{
    public ValidateOptionsResult Validate(string? name, StripeOptions options)
    {
        var errors = Errors(options, configuration.Mode() == TourismMode.Production).ToList();
        return errors.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(errors);
    }

    public static bool IsLive(string? key) =>
        key is not null && (key.StartsWith("sk_live", StringComparison.Ordinal) || key.StartsWith("rk_live", StringComparison.Ordinal));

    private static IEnumerable<string> Errors(StripeOptions options, bool production)
    {
        if (production && string.IsNullOrWhiteSpace(options.ApiKey))
            yield return "Tourism:Stripe:ApiKey is empty. Set Tourism__Stripe__ApiKey to the secret key of the Stripe account, or use Tourism__Mode=Demo to try the product with the bundled sandbox.";
        if (production && !string.IsNullOrWhiteSpace(options.ApiKey) && !IsLive(options.ApiKey))
            yield return "Tourism:Stripe:ApiKey is a test key, with which nobody pays. Use a live key (sk_live_… or rk_live_…), or Tourism__Mode=Training to rehearse.";
        if (!production && IsLive(options.ApiKey))
            yield return "Tourism:Stripe:ApiKey is a live key, but this installation is not Production. Remove it: Demo and Training use the bundled sandbox.";
        if (IsLive(options.ApiKey) && !string.IsNullOrWhiteSpace(options.ApiBase))
            yield return "Tourism:Stripe:ApiBase is set although the key is live. Remove ApiBase, or use a test key with it.";
        if (!string.IsNullOrWhiteSpace(options.ApiKey) && !options.WebhookSecrets.Any(secret => !string.IsNullOrWhiteSpace(secret)))
            yield return "Tourism:Stripe:WebhookSecrets is empty. Set Tourism__Stripe__WebhookSecrets__0 to the signing secret of the webhook endpoint (whsec_…).";
        if (!string.IsNullOrWhiteSpace(options.ApiBase) && !Uri.IsWellFormedUriString(options.ApiBase, UriKind.Absolute))
            yield return $"Tourism:Stripe:ApiBase '{options.ApiBase}' is not an absolute address.";
    }
}
