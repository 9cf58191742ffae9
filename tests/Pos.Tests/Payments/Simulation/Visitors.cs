using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Tourism.Pos.Payments;
using Tourism.Pos.Persistence;
using Tourism.Pos.Sandbox;
using Tourism.Pos.Sandbox.Readers;
using Tourism.Pos.Tests.Payments.Failures;

namespace Tourism.Pos.Tests.Payments.Simulation;

/// <summary>Visitors with phones and cards. What they see at the provider is what has happened to their money.</summary>
internal sealed class Visitors(PaymentHost host, Random random, Dictionary<Guid, Party> parties)
{
    private static readonly CheckoutAct[] AtPage = [CheckoutAct.Card, CheckoutAct.Card, CheckoutAct.Card, CheckoutAct.Declined, CheckoutAct.Wallet, CheckoutAct.Later];
    private static readonly ReaderAct[] WithCard = [ReaderAct.Tap, ReaderAct.Tap, ReaderAct.Tap, ReaderAct.Declined, ReaderAct.Poor, ReaderAct.Cancel];
    private static readonly ReaderMood[] Moods = Enum.GetValues<ReaderMood>();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public Task ActAsync(Party party) => party.Scene.IsPage
        ? AtPageAsync(party, party.Waits ? Answer() : AtPage[random.Next(AtPage.Length)])
        : AtReaderAsync(party.Reader);

    /// <summary>Every wallet answers, every reader is in order again.</summary>
    public async Task EndAsync()
    {
        foreach (var party in parties.Values.Where(party => party.Waits).ToList())
            await AtPageAsync(party, Answer());
        foreach (var reader in new[] { Scene.Reader, Scene.OtherReader })
            await host.Get<UseReader>().SwitchAsync(reader, ReaderMood.Online, Ct);
    }

    private CheckoutAct Answer() => random.Next(2) == 0 ? CheckoutAct.Arrives : CheckoutAct.Fails;

    private async Task AtPageAsync(Party party, CheckoutAct act)
    {
        if (await SessionAsync(party) is not { } session)
            return;
        var before = (await host.Get<PayCheckout>().FindAsync(session, Ct))!;
        var after = (await host.Get<PayCheckout>().ActAsync(session, act, Ct))!;
        if (!IsPaid(before) && IsPaid(after))
            party.Charged += (long)after["amount_total"]!;
        party.Waits = (string)after["status"]! == "complete" && !IsPaid(after) && act == CheckoutAct.Later || party.Waits && act == CheckoutAct.Later;
    }

    private static bool IsPaid(JsonObject session) => (string)session["payment_status"]! == "paid";

    /// <summary>The page whose code the till shows.</summary>
    private async Task<string?> SessionAsync(Party party)
    {
        await using var db = await host.Get<IDbContextFactory<PosDbContext>>().CreateDbContextAsync(Ct);
        return (await db.Set<Payment>().AsNoTracking().Include(row => row.Attempts).SingleOrDefaultAsync(row => row.Id == party.Scene.Payment, Ct))?.Attempt.SessionId;
    }

    /// <summary>A card is held to a reader, whoever it is that the reader asks.</summary>
    private async Task AtReaderAsync(string reader)
    {
        var screen = (await host.Get<UseReader>().LookAsync(reader, Ct))!;
        if (ReaderAction.Waiting(screen.Reader) is not { } intent)
        {
            // A reader that waits has been reached; only an idle one may be out of order.
            await host.Get<UseReader>().SwitchAsync(reader, random.Next(3) == 0 ? Moods[random.Next(Moods.Length)] : ReaderMood.Online, Ct);
            return;
        }

        var after = (await host.Get<UseReader>().ActAsync(reader, WithCard[random.Next(WithCard.Length)], Ct))!;
        if ((string)after.Reader["action"]!["status"]! == "succeeded")
            await ChargeAsync(intent);
    }

    private async Task ChargeAsync(string intent)
    {
        await using var db = await host.Get<IDbContextFactory<PosDbContext>>().CreateDbContextAsync(Ct);
        var json = (await db.Set<SandboxObject>().AsNoTracking().SingleAsync(row => row.Id == intent, Ct)).Read();
        parties[Guid.Parse((string)json["metadata"]!["payment"]!)].Charged += (long)json["amount_received"]!;
    }
}
