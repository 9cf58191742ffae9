using Stripe;
using Tourism.Kernel;
using Tourism.Pos.Http;
using Tourism.Pos.Payments;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Shops;

/// <summary>Asks Stripe about shops' own accounts (Connect).</summary>
internal sealed partial class ConnectAccounts(StripeGateway gateway, IStripeAccess access, PublicAddress address, ILogger<ConnectAccounts> log)
{
    /// <summary>Shops may have accounts of their own here.</summary>
    public async Task<bool> AreOfferedAsync(CancellationToken ct) => (await access.GetAsync(ct)).Connect;

    /// <summary>The shop's account, opened under the shop's id: asked again, also after an answer that was lost, it is the same one.</summary>
    public Task<Result<string>> OpenAsync(Shop shop, CancellationToken ct) => AskAsync(async client => (await client.V1.Accounts.CreateAsync(
        new AccountCreateOptions
        {
            Type = "express", Country = "JP", Metadata = new() { ["shop"] = shop.Id.ToString() },
            BusinessProfile = new AccountBusinessProfileOptions { Name = shop.Name },
            Capabilities = new AccountCapabilitiesOptions
            {
                CardPayments = new AccountCapabilitiesCardPaymentsOptions { Requested = true },
                Transfers = new AccountCapabilitiesTransfersOptions { Requested = true },
            },
        },
        new RequestOptions { IdempotencyKey = $"shop-account-{shop.Id}" }, ct)).Id, ct);

    /// <summary>Stripe's form for the account; it leads back to the screen of shops.</summary>
    public Task<Result<StripeLinkView>> LinkAsync(string account, CancellationToken ct)
    {
        var back = address.Root + "/app/shops";
        var form = new AccountLinkCreateOptions { Account = account, Type = "account_onboarding", RefreshUrl = back, ReturnUrl = back };
        return AskAsync(async client => new StripeLinkView((await client.V1.AccountLinks.CreateAsync(form, null, ct)).Url), ct);
    }

    /// <summary>How far the account is.</summary>
    public Task<Result<StripeState>> ReadAsync(string account, CancellationToken ct) =>
        AskAsync(async client => StateOf(await client.V1.Accounts.GetAsync(account, null, null, ct)), ct);

    public static StripeState StateOf(Account account) => account switch
    {
        { PayoutsEnabled: true, ChargesEnabled: true } => StripeState.Ready,
        { DetailsSubmitted: false } => StripeState.Unfinished,
        { Requirements.CurrentlyDue.Count: > 0 } => StripeState.Restricted,
        _ => StripeState.Checking,
    };

    private async Task<Result<T>> AskAsync<T>(Func<StripeClient, Task<T>> ask, CancellationToken ct)
    {
        try
        {
            return await ask(await gateway.ClientAsync(ct));
        }
        catch (Exception error) when (error is StripeException or HttpRequestException || (error is TaskCanceledException && !ct.IsCancellationRequested))
        {
            Unanswered(log, (error as StripeException)?.StripeError?.Code ?? error.GetType().Name);
            return new StripeUnanswered();
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The payment provider did not answer about a shop's account: {Why}")]
    private static partial void Unanswered(ILogger log, string why);
}

internal sealed record StripeUnanswered() : Failure(
    "stripe-unanswered", FailureKind.Unavailable, "Stripeにつながりません。少し待って、もう一度押してください。二重に登録されることはありません。", "Stripe does not answer. Wait a moment and try again: nothing is opened twice.");
