using Stripe;
using Tourism.Pos.Sandbox;
using Tourism.Pos.Shared.Wire;
using Tourism.Pos.Shops;
using Tourism.Pos.Tests.Payments;

namespace Tourism.Pos.Tests.Sandbox;

/// <summary>A shop's own account at the sandbox, by the provider's library.</summary>
public sealed class SandboxAccountTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Account_FromOpeningToReady_FitsThePublishedShapes()
    {
        await using var host = await PaymentHost.StartAsync();
        var client = await host.StripeAsync();

        var opened = await client.V1.Accounts.CreateAsync(Opening(), Key("one"), Ct);
        await StripeSchema.MustFitAsync(opened.StripeResponse.Content, "Account");
        var link = await client.V1.AccountLinks.CreateAsync(Form(opened.Id), null, Ct);
        await StripeSchema.MustFitAsync(link.StripeResponse.Content, "AccountLink");
        await FinishAsync(host, link, verified: true);

        await StripeSchema.MustFitAsync(await host.GetAsync($"accounts/{opened.Id}"), "Account");
        var told = await host.GetAsync("events?limit=1");
        Assert.Contains("account.updated", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Account_OpenedTwiceUnderOneKey_IsOne()
    {
        await using var host = await PaymentHost.StartAsync();
        var client = await host.StripeAsync();

        var first = await client.V1.Accounts.CreateAsync(Opening(), Key("same"), Ct);
        var again = await client.V1.Accounts.CreateAsync(Opening(), Key("same"), Ct);
        var other = await client.V1.Accounts.CreateAsync(Opening(), Key("other"), Ct);

        Assert.Equal(first.Id, again.Id);
        Assert.NotEqual(first.Id, other.Id);
    }

    [Fact]
    public async Task Account_AsItsOwnerGoesOn_IsUnfinishedCheckingReady()
    {
        await using var host = await PaymentHost.StartAsync();
        var client = await host.StripeAsync();
        var opened = await client.V1.Accounts.CreateAsync(Opening(), null, Ct);
        Assert.Equal(StripeState.Unfinished, ConnectAccounts.StateOf(opened));

        await FinishAsync(host, await client.V1.AccountLinks.CreateAsync(Form(opened.Id), null, Ct), verified: false);
        Assert.Equal(StripeState.Checking, ConnectAccounts.StateOf(await client.V1.Accounts.GetAsync(opened.Id, null, null, Ct)));
        await FinishAsync(host, await client.V1.AccountLinks.CreateAsync(Form(opened.Id), null, Ct), verified: true);

        Assert.Equal(StripeState.Ready, ConnectAccounts.StateOf(await client.V1.Accounts.GetAsync(opened.Id, null, null, Ct)));
    }

    [Fact]
    public async Task Link_AfterFiveMinutes_OpensNothing()
    {
        await using var host = await PaymentHost.StartAsync();
        var client = await host.StripeAsync();
        var opened = await client.V1.Accounts.CreateAsync(Opening(), null, Ct);
        var link = await client.V1.AccountLinks.CreateAsync(Form(opened.Id), null, Ct);

        host.Clock.Advance(TimeSpan.FromMinutes(6));

        Assert.Null(await host.Get<FillConnectForm>().FinishAsync(Id(link), verified: true, Ct));
        Assert.Equal(StripeState.Unfinished, ConnectAccounts.StateOf(await client.V1.Accounts.GetAsync(opened.Id, null, null, Ct)));
    }

    [Fact]
    public async Task Link_Used_OpensNothingMore()
    {
        await using var host = await PaymentHost.StartAsync();
        var client = await host.StripeAsync();
        var opened = await client.V1.Accounts.CreateAsync(Opening(), null, Ct);
        var link = await client.V1.AccountLinks.CreateAsync(Form(opened.Id), null, Ct);
        await FinishAsync(host, link, verified: false);

        Assert.Null(await host.Get<FillConnectForm>().FindAsync(Id(link), Ct));
        Assert.Null(await host.Get<FillConnectForm>().FinishAsync(Id(link), verified: true, Ct));
    }

    [Fact]
    public void StateOf_MoreIsDue_IsRestricted() => Assert.Equal(
        StripeState.Restricted,
        ConnectAccounts.StateOf(new Account { DetailsSubmitted = true, ChargesEnabled = true, Requirements = new() { CurrentlyDue = ["individual.verification.document"] } }));

    private static async Task FinishAsync(PaymentHost host, AccountLink link, bool verified) =>
        Assert.Equal("http://shop.test/app/shops", await host.Get<FillConnectForm>().FinishAsync(Id(link), verified, Ct));

    private static string Id(AccountLink link) => link.Url[(link.Url.LastIndexOf('/') + 1)..];

    private static AccountCreateOptions Opening() => new()
    {
        Type = "express", Country = "JP", BusinessProfile = new() { Name = "おみやげ もみじ" }, Metadata = new() { ["shop"] = "1" },
        Capabilities = new() { CardPayments = new() { Requested = true }, Transfers = new() { Requested = true } },
    };

    private static AccountLinkCreateOptions Form(string account) =>
        new() { Account = account, Type = "account_onboarding", RefreshUrl = "http://shop.test/app/shops", ReturnUrl = "http://shop.test/app/shops" };

    private static RequestOptions Key(string key) => new() { IdempotencyKey = key };
}
