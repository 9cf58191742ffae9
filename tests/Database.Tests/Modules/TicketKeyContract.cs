using System.Globalization;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Tourism.Kernel;
using Tourism.Kernel.Server.Hosting;
using Tourism.Pos.Access.Devices;
using Tourism.Pos.Admissions;
using Tourism.Pos.Audit;
using Tourism.Pos.Persistence;
using Tourism.Pos.Shared.Tickets;
using Tourism.Pos.Shared.Wire;
using Tourism.Pos.Tills;
using Tourism.Testing.Databases;

namespace Tourism.Database.Tests.Modules;

/// <summary>Another key signs, the one before is verified still, and a revoked one is good for nothing; gates hear of each.</summary>
public abstract class TicketKeyContract(DatabaseFixture database) : GateSuite(database)
{
    [DatabaseFact]
    public async Task Rotate_TheServersKey_SignsFromNowOnAndTheFormerIsVerifiedStill()
    {
        await using var other = NewHost();
        await other.GetRequiredService<TicketKeys>().RunAsync(Token);
        var (before, since, id) = (await SellTicketAsync(adults: 2), (await ListAsync(null)).Next, Guid.CreateVersion7());
        var (former, another) = (Get<TicketSigner>().KeyId, other.GetRequiredService<TicketSigner>());

        var made = (await Get<RotateTicketKey>().HandleAsync(id, Admin, Token)).Value;
        var again = (await Get<RotateTicketKey>().HandleAsync(id, Admin, Token)).Value;
        var after = await SellTicketAsync(adults: 1);

        Assert.Equal((true, false, made.View), (made.First, again.First, again.View));
        Assert.Equal((former, made.View.Key), (KeyOf(before), KeyOf(after)));
        Assert.Contains((await ListAsync(since)).Keys, key => key.Key == made.View.Key && !key.Revoked);
        foreach (var ticket in new[] { before, after })
            Assert.Equal(ScanOutcome.Admitted, (await SeenAsync("main", Show(ticket, 1))).Outcome);
        var (old, now) = (await FindAsync(former), await FindAsync(made.View.Key));
        Assert.Equal((TicketKeyState.Verified, Clock.UtcMicros(), TicketKeyState.Signing), (old.State, old.SignsUntil, now.State));
        Assert.True(old is { Sold: > 0, Awaited: 0, LastDay: not null });
        Assert.Equal((Clock.UtcMicros().Date, Clock.UtcMicros().Date), (old.LastUsedAt!.Value.Date, now.LastUsedAt!.Value.Date));
        Assert.Equal(1, await DeedsAsync(Deed.KeyRotated, made.View.Key));
        Assert.Equal(former, another.KeyId);
        Clock.Advance(TimeSpan.FromSeconds(5));
        await other.GetRequiredService<TicketKeys>().RunAsync(Token);
        Assert.Equal(made.View.Key, another.KeyId);
    }

    [DatabaseFact]
    public async Task Rotate_AndRevokeTheFormer_LeavesWhatItSoldGood()
    {
        var (sold, former) = (await SellTicketAsync(adults: 1), Get<TicketSigner>().KeyId);
        Assert.Equal("key-in-use", (await Get<RevokeTicketKey>().HandleAsync(former, Admin, Token)).Failure?.Code);
        await Get<RotateTicketKey>().HandleAsync(Guid.CreateVersion7(), Admin, Token);

        Assert.True((await Get<RevokeTicketKey>().HandleAsync(former, Admin, Token)).Value.Revoked);

        Assert.Equal(ScanOutcome.Admitted, (await SeenAsync("main", Show(sold, null))).Outcome);
    }

    /// <summary>Whoever has the file alone, or the database alone, cannot sign.</summary>
    [DatabaseFact]
    public async Task Host_WithAnotherKeyFile_SignsWithItsOwnAndOpensNoneOfTheOthers()
    {
        await Get<RotateTicketKey>().HandleAsync(Guid.CreateVersion7(), Admin, Token);
        var (rotated, file) = (Get<TicketSigner>().KeyId, Path.Combine(Database.Folder, "other.pem"));
        using (var key = ECDsa.Create(ECCurve.NamedCurves.nistP256))
            await File.WriteAllTextAsync(file, key.ExportPkcs8PrivateKeyPem(), Token);
        await using var host = NewHost(services => services.Configure<TicketOptions>(tickets => tickets.KeyFile = file));
        var signer = host.GetRequiredService<TicketSigner>();
        var row = await ReadAsync<PosDbContext, TicketKey>(db => db.Set<TicketKey>().SingleAsync(key => key.KeyId == rotated, Token));
        Assert.False(signer.MaySignWith(row));

        foreach (var seed in host.GetServices<ISeed>().OfType<ListTicketKey>())
            await seed.SeedAsync(Token);

        Assert.Equal(signer.OfFile.KeyId, signer.KeyId);
        Assert.Equal(TicketKeyState.Verified, (await FindAsync(rotated)).State);
        await Get<TicketKeys>().FindAsync(signer.KeyId, Token);
        Assert.Equal(rotated, Get<TicketSigner>().KeyId);
        await Get<RotateTicketKey>().HandleAsync(Guid.CreateVersion7(), Admin, Token);
    }

    [DatabaseFact]
    public async Task Revoke_ByMistake_IsTakenBackWithinTenMinutesAndGatesHearOfBoth()
    {
        var key = await ListKeyAsync();
        var code = Sign(key, adults: 2).ToString();
        await SeenAsync("main", Show(code, 1));
        Assert.Equal((0, 1), ((await FindAsync(key.Id)).Sold, (await FindAsync(key.Id)).Awaited));
        await Get<RevokeTicketKey>().HandleAsync(key.Id, Admin, Token);
        Assert.Equal(ScanOutcome.UnknownKey, (await SeenAsync("main", Show(code, 1))).Outcome);
        var (since, view) = ((await ListAsync(null)).Next, await FindAsync(key.Id));
        Assert.Equal((TicketKeyState.Revoked, Clock.UtcMicros().AddMinutes(10)), (view.State, view.RestorableUntil));
        Clock.Advance(TimeSpan.FromMinutes(9));

        Assert.False((await Get<RevokeTicketKey>().RestoreAsync(key.Id, Admin, Token)).Value.Revoked);
        Assert.False((await Get<RevokeTicketKey>().RestoreAsync(key.Id, Admin, Token)).Value.Revoked);

        Assert.False(Assert.Single((await ListAsync(since)).Keys, one => one.Key == key.Id).Revoked);
        Assert.Equal(ScanOutcome.Admitted, (await SeenAsync("main", Show(code, 1))).Outcome);
        Assert.Equal((1, 1), (await DeedsAsync(Deed.KeyRevoked, key.Id), await DeedsAsync(Deed.KeyRestored, key.Id)));
        await Get<RevokeTicketKey>().HandleAsync(key.Id, Admin, Token);
        Clock.Advance(TimeSpan.FromMinutes(11));
        Assert.Equal("revoked-for-good", (await Get<RevokeTicketKey>().RestoreAsync(key.Id, Admin, Token)).Failure?.Code);
        Assert.Equal("unknown-key", (await Get<RevokeTicketKey>().RestoreAsync(1, Admin, Token)).Failure?.Code);
    }

    [DatabaseFact]
    public async Task Renewal_OfATillsKey_IsAskedOfItsDeviceWhichGoesOnWithAnother()
    {
        var (device, first) = (await AddDeviceAsync(), new TillKey());
        var opened = await OpenAsync(device, Guid.CreateVersion7(), first);
        Assert.Equal((false, "窓口1 iPad", true), (opened.Renew, (await FindAsync(first.Id)).Device, (await FindAsync(first.Id)).MayRenew));
        Assert.True((await Get<RotateTicketKey>().AskAsync(first.Id, Admin, Token)).Ok);
        Assert.True((await Get<RotateTicketKey>().AskAsync(first.Id, Admin, Token)).Ok);
        Assert.Equal(1, await DeedsAsync(Deed.KeyRenewalAsked, first.Id));
        Assert.True((await OpenAsync(device, opened.Id, first)).Renew);

        var second = new TillKey();
        var next = await OpenAsync(device, Guid.CreateVersion7(), second);

        Assert.Equal((opened.Epoch + 1, second.Id, false), (next.Epoch, next.Key!.Value, next.Renew));
        Assert.Equal((TicketKeyState.Verified, TicketKeyState.Signing), ((await FindAsync(first.Id)).State, (await FindAsync(second.Id)).State));
        // Still at work with the former key: it is asked again.
        Assert.True((await OpenAsync(device, opened.Id, first)).Renew);
        Assert.Equal(ScanOutcome.Admitted, (await SeenAsync("main", Show(Sign(first, adults: 1).ToString(), 1))).Outcome);
        foreach (var key in new[] { first.Id, Get<TicketSigner>().KeyId })
            Assert.Equal("nothing-to-renew", (await Get<RotateTicketKey>().AskAsync(key, Admin, Token)).Failure?.Code);
        await Get<EndDevice>().RevokeAsync(device, Admin, Token);
        Assert.Equal("key-of-revoked-device", (await Get<RevokeTicketKey>().RestoreAsync(second.Id, Admin, Token)).Failure?.Code);
        Assert.Null((await FindAsync(second.Id)).RestorableUntil);
    }

    /// <summary>A device whose key alone was revoked is trusted still, and goes on with another.</summary>
    [DatabaseFact]
    public async Task Revoke_OfTheKeyAlone_LetsItsDeviceMakeAnother()
    {
        var (device, key) = (await AddDeviceAsync(), new TillKey());
        var opened = await OpenAsync(device, Guid.CreateVersion7(), key);
        await Get<RevokeTicketKey>().HandleAsync(key.Id, Admin, Token);

        var again = await OpenAsync(device, opened.Id, key);

        Assert.Equal((true, true), (again.Revoked, again.Renew));
    }

    /// <summary>Whoever comes second finds the key of the first and ends it: one signs, however many ask at once.</summary>
    [DatabaseFact]
    public async Task Rotate_ManyAtOnce_LeavesOneKeyThatSigns()
    {
        var made = await AtOnceAsync(6, _ => Get<RotateTicketKey>().HandleAsync(Guid.CreateVersion7(), Admin, Token));

        Assert.All(made, one => Assert.True(one.Value.First));
        Assert.Equal(1, await ReadAsync<PosDbContext, int>(db => db.Set<TicketKey>().CountAsync(key => key.Till == null && key.Site == null && key.SignsUntil == null, Token)));
    }

    [DatabaseFact]
    public async Task Restore_WhileItsDeviceIsBeingRevoked_NeverLeavesTheKeyTrusted()
    {
        for (var round = 0; round < 12; round++)
        {
            var (device, key) = (await AddDeviceAsync(), new TillKey());
            await OpenAsync(device, Guid.CreateVersion7(), key);
            await Get<RevokeTicketKey>().HandleAsync(key.Id, Admin, Token);

            var ok = await AtOnceAsync(2, async act => act == 0
                ? (await Get<RevokeTicketKey>().RestoreAsync(key.Id, Admin, Token)).Failure?.Code is null or "key-of-revoked-device"
                : (await Get<EndDevice>().RevokeAsync(device, Admin, Token)).Ok);

            Assert.Equal([true, true], ok);
            Assert.Equal(TicketKeyState.Revoked, (await FindAsync(key.Id)).State);
        }
    }

    private async Task<EpochView> OpenAsync(Guid device, Guid id, TillKey key) =>
        (await Get<OpenEpoch>().HandleAsync(Till, id, new EpochRequest(Convert.ToBase64String(key.PublicKey)), device, Token)).Value.View;

    private async Task<Guid> AddDeviceAsync()
    {
        var device = new Device { Id = Guid.CreateVersion7(), Name = "窓口1 iPad", Site = "akiyoshido", Till = Till, CreatedAt = Clock.UtcMicros(), EnrolledBy = "admin" };
        await WriteAsync(db => db.Add(device));
        return device.Id;
    }

    private async Task<TicketKeyView> FindAsync(uint key) => (await Get<FindTicketKeys>().HandleAsync(Token)).Single(view => view.Key == key);

    private async Task<GateListView> ListAsync(string? since) => (await Get<GateList>().HandleAsync("main", since, Token)).Value;

    private Task<int> DeedsAsync(Deed deed, uint key) =>
        DeedsAsync(deed, key.ToString(CultureInfo.InvariantCulture));

    private Task<int> DeedsAsync(Deed deed, string key) => ReadAsync<PosDbContext, int>(db => db.Set<AuditEntry>().CountAsync(entry => entry.Deed == deed && entry.Subject.EndsWith(key), Token));

    private static uint KeyOf(TicketView ticket) => TicketCode.Read(ticket.Code)!.Payload.Key;
}

public sealed class TicketKeysOnSqlite(SqliteFixture database) : TicketKeyContract(database), IClassFixture<SqliteFixture>;

public sealed class TicketKeysOnPostgreSql(PostgreSqlFixture database) : TicketKeyContract(database), IClassFixture<PostgreSqlFixture>;

public sealed class TicketKeysOnSqlServer(SqlServerFixture database) : TicketKeyContract(database), IClassFixture<SqlServerFixture>;
