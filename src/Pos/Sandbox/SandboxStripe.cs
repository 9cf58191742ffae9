using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Tourism.Kernel.Server.Persistence;
using Tourism.Pos.Payments;
using Tourism.Pos.Persistence;

namespace Tourism.Pos.Sandbox;

/// <summary>Points the payments of this installation at the sandbox inside this very host.</summary>
internal sealed class SandboxStripe(Writer<PosDbContext> writer, OwnAddress own) : IStripeAccess
{
    public const string Path = "/sandbox/stripe";
    public const string HttpName = "sandbox-stripe";
    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private volatile StripeAccess? _known;

    public async ValueTask<StripeAccess> GetAsync(CancellationToken ct)
    {
        _known ??= new StripeAccess(
            await SecretAsync(SandboxSecret.ApiKey, "sk_test_sandbox", ct), null, [await SecretAsync(SandboxSecret.Webhook, "whsec_sandbox", ct)])
        {
            HttpName = HttpName,
            Connect = true,
        };
        return _known with { ApiBase = own.Find() + Path };
    }

    private async Task<string> SecretAsync(string name, string prefix, CancellationToken ct) => (await writer.RunAsync<string>(async db =>
    {
        var stored = await db.Set<SandboxSecret>().AsNoTracking().SingleOrDefaultAsync(row => row.Name == name, ct);
        if (stored is null)
            db.Add(stored = new SandboxSecret { Name = name, Value = prefix + RandomNumberGenerator.GetString(Letters, 32) });
        return stored.Value;
    }, ct)).Value;
}
