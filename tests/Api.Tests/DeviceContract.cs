using System.Net;
using System.Security.Cryptography;
using Tourism.Kernel;
using Tourism.Pos.Shared.Wire;
using Tourism.Testing.Databases;
using Tourism.Testing.Hosts;

namespace Tourism.Api.Tests;

/// <summary>A tablet becomes a till's device, works for whoever stands at it, is lost, and what waited on it is handed over.</summary>
public abstract class DeviceContract(DatabaseFixture database) : DatabaseSuite(database)
{
    private const string Enrolment = "/api/v1/device/enrolment";
    private const string Own = "/api/v1/device";
    private const string Pin = NewCity.Session + "/pin";
    private const string Counter1 = "akiyoshido-1";
    private static readonly DeviceRequest Tablet = new("窓口1 iPad", "akiyoshido", Counter1);

    [DatabaseFact]
    public async Task Device_FromItsCodeToItsEnd_DoesWhatItsPlaceNeedsAndNoMore()
    {
        await using var host = await NewCity.StartAsync(Database);
        using var admin = await NewCity.AcceptAsync(host.Url, NewInstallation.TokenIn(host.Log));
        await admin.AddPersonAsync("hana", new PostView([Roles.TicketStaff], "akiyoshido", Counter1), new PostView([Roles.PointsClerk]));
        await admin.AddPersonAsync("taro", new PostView([Roles.TicketStaff], "akiyoshido", "akiyoshido-2"));
        await WrongDevicesAreRefusedAsync(admin);

        using var tablet = Staff.Nobody(host.Url);
        var id = await EnrolOnceAsync(host.Url, admin, tablet);
        await AShopOwnerKeepsTheirOwnAsync(host.Url, admin, id);
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var series = await OnlyADeviceOfTheTillListsAKeyAsync(host.Url, admin, tablet, key);
        await PinOpensTheCounterAndNothingElseAsync(host.Url, admin, tablet);
        await FiveWrongPinsSayNoMoreThanToAStrangerAsync(tablet);
        await TheDeviceHandsInForWhomeverStoodAtItAsync(tablet, id, series);
        await APasswordNamesTheDeviceAsync(tablet);
        await ARevokedDeviceIsHandedOverAsync(host.Url, admin, tablet, id, series);
        await ForgettingIsAskedForAndSaidAsync(admin, tablet, id);
        await TheTrailSaysItAllAsync(admin, id);
    }

    private static async Task WrongDevicesAreRefusedAsync(Staff admin)
    {
        foreach (var (field, request) in new (string, DeviceRequest)[]
        {
            ("name", Tablet with { Name = " " }), ("till", Tablet with { Till = null }), ("till", Tablet with { Gate = "main" }),
            ("till", Tablet with { Till = "momiji-1" }), ("gate", Tablet with { Till = null, Gate = "nowhere" }),
        })
        {
            using var answer = await admin.SendAsync(HttpMethod.Put, $"/api/v1/devices/{Guid.CreateVersion7()}", request);
            Assert.Equal((HttpStatusCode.BadRequest, true), (answer.StatusCode, (await answer.Content.ReadAsStringAsync()).Contains($"\"field\":\"{field}\"", StringComparison.Ordinal)));
        }

        await admin.RefusedAsync(HttpMethod.Put, $"/api/v1/devices/{Guid.CreateVersion7()}/code", new { }, "unknown-device");
    }

    /// <summary>The same browser may ask again; a code that anybody else shows is spent, and a newer one ends the one before.</summary>
    private static async Task<Guid> EnrolOnceAsync(Uri host, Staff admin, Staff tablet)
    {
        var (id, enrolment) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await admin.PutAsync<DeviceView>($"/api/v1/devices/{id}", Tablet);
        Assert.Equal(DeviceState.New, (await admin.PutAsync<DeviceView>($"/api/v1/devices/{id}", Tablet)).State);
        await admin.RefusedAsync(HttpMethod.Put, $"/api/v1/devices/{id}", Tablet with { Name = "別の名前" }, "id-reused");
        var first = await admin.PutAsync<DeviceCodeView>($"/api/v1/devices/{id}/code", new { });
        var code = await admin.PutAsync<DeviceCodeView>($"/api/v1/devices/{id}/code", new { });
        Assert.EndsWith("/app/enrol#" + code.Code, code.Link, StringComparison.Ordinal);
        await tablet.RefusedAsync(HttpMethod.Put, Enrolment, new EnrolmentRequest(first.Code, enrolment), "wrong-device-code");
        Assert.Equal(OwnDeviceState.None, (await tablet.PutAsync<OwnDeviceView>(Own, new { })).State);

        await tablet.PutAsync<OwnDeviceView>(Enrolment, new EnrolmentRequest(code.Code, enrolment));
        var again = await tablet.PutAsync<OwnDeviceView>(Enrolment, new EnrolmentRequest(code.Code.Insert(4, " "), enrolment));

        Assert.Equal((OwnDeviceState.Active, id, Counter1, 0), (again.State, again.Id, again.Till, again.People.Count));
        using var thief = Staff.Nobody(host);
        await thief.RefusedAsync(HttpMethod.Put, Enrolment, new EnrolmentRequest(code.Code, Guid.CreateVersion7()), "spent-device-code");
        await admin.RefusedAsync(HttpMethod.Put, $"/api/v1/devices/{id}/code", new { }, "device-enrolled");
        await tablet.RefusedAsync(HttpMethod.Put, Own, new DeviceReport { Waiting = -1 }, "wrong-count");
        await tablet.RefusedAsync(HttpMethod.Put, Own, new DeviceReport { App = new string('1', 41) }, "wrong-app");
        Assert.Equal(OwnDeviceState.Active, (await tablet.PutAsync<OwnDeviceView>(Own, new DeviceReport { App = "1.2.3", Waiting = 2 })).State);
        var listed = Assert.Single(await admin.GetAsync<IReadOnlyList<DeviceView>>("/api/v1/devices"));
        Assert.Equal(("1.2.3", 2, NewCity.Administrator, DeviceState.Active), (listed.App, listed.Waiting, listed.EnrolledBy, listed.State));
        return id;
    }

    private static async Task AShopOwnerKeepsTheirOwnAsync(Uri host, Staff admin, Guid counter)
    {
        await admin.AddPersonAsync("momiji", new PostView([Roles.ShopOwner], "momiji", "momiji-1"));
        using var owner = await admin.LetInAsync(host, "momiji");
        using var phone = Staff.Nobody(host);
        await owner.RefusedAsync(HttpMethod.Put, $"/api/v1/devices/{Guid.CreateVersion7()}", Tablet, "other-place");
        foreach (var what in new[] { "code", "revocation", "forgetting" })
            await owner.RefusedAsync(HttpMethod.Put, $"/api/v1/devices/{counter}/{what}", new { }, "other-place");
        await owner.RefusedAsync(HttpMethod.Put, $"/api/v1/devices/{counter}/hand-over", new DeviceHandOver(0), "not-allowed");
        var own = await owner.EnrolAsync(phone, new DeviceRequest("レジ", "momiji", "momiji-1"));
        Assert.Equal(own, Assert.Single(await owner.GetAsync<IReadOnlyList<DeviceView>>("/api/v1/devices")).Id);
        await owner.PutAsync<DeviceView>($"/api/v1/devices/{own}/revocation", new { });
    }

    private static async Task<EpochView> OnlyADeviceOfTheTillListsAKeyAsync(Uri host, Staff admin, Staff tablet, ECDsa key)
    {
        var opening = new EpochRequest(Convert.ToBase64String(key.ExportSubjectPublicKeyInfo()));
        string At(string till) => $"/api/v1/tills/{till}/epochs/{Guid.CreateVersion7()}";
        using var nobody = Staff.Nobody(host);
        using (var shut = await nobody.SendAsync(HttpMethod.Put, At(Counter1), opening))
            Assert.Equal(HttpStatusCode.Unauthorized, shut.StatusCode);
        await admin.RefusedAsync(HttpMethod.Put, At(Counter1), opening, "device-needed");
        await tablet.RefusedAsync(HttpMethod.Put, At("akiyoshido-2"), opening, "other-place");

        var series = await tablet.PutAsync<EpochView>(At(Counter1), opening);

        Assert.Equal((1, false), (series.Epoch, series.Revoked));
        Assert.NotNull(series.Key);
        return series;
    }

    /// <summary>Hana is also a points clerk, which asks for a second factor: by PIN she is at the counter and nowhere else.</summary>
    private static async Task PinOpensTheCounterAndNothingElseAsync(Uri host, Staff admin, Staff tablet)
    {
        using var hana = await admin.LetInAsync(host, "hana");
        using (var none = await hana.SendAsync(HttpMethod.Post, Pin, new PinSignIn("hana", "2580")))
            Assert.Equal(HttpStatusCode.Forbidden, none.StatusCode);
        foreach (var weak in new[] { "123", "1111", "4321", "123456789", "12a4", "" })
            await hana.RefusedAsync(HttpMethod.Put, Pin, new PinRequest(weak), "weak-pin");
        await hana.PutAsync<SessionView>(Pin, new PinRequest("2580"));
        using var taro = await admin.LetInAsync(host, "taro");
        await taro.PutAsync<SessionView>(Pin, new PinRequest("1379"));

        Assert.Equal("hana", Assert.Single((await tablet.PutAsync<OwnDeviceView>(Own, new { })).People).Code);
        await tablet.RefusedAsync(HttpMethod.Post, Pin, new PinSignIn("taro", "1379"), "wrong-pin");
        var session = await tablet.PostAsync<SessionView>(Pin, new PinSignIn("hana", "2580"));

        Assert.Equal((true, false, null), (session.ByPin, session.SecondFactorDue, session.Posts));
        Assert.Equal([Roles.TicketStaff], session.Person!.Roles);
        Assert.Equal(Counter1, session.Person.Till);
        await tablet.RefusedAsync(HttpMethod.Put, Pin, new PinRequest("9713"), "password-first");
        await tablet.RefusedAsync(HttpMethod.Put, NewCity.Session + "/second-factor", new { }, "no-account");
        await NothingMakesMoreOfAPinAsync(tablet);
        using var office = await tablet.SendAsync(HttpMethod.Get, "/api/v1/points/programmes");
        Assert.Equal(HttpStatusCode.Forbidden, office.StatusCode);
    }

    /// <summary>What signs in anew for others must not do so for whoever showed four digits.</summary>
    private static async Task NothingMakesMoreOfAPinAsync(Staff tablet)
    {
        await tablet.RefusedAsync(HttpMethod.Delete, NewCity.Session + "/passkeys/AAAA", new { }, "password-first");
        await tablet.RefusedAsync(HttpMethod.Put, NewCity.Session + "/passkeys/options", new { }, "password-first");
        await tablet.RefusedAsync(HttpMethod.Put, NewCity.Session + "/post", new PostChoice(1), "no-such-post");
        await tablet.PutAsync<SessionView>(NewCity.Session + "/post", new PostChoice(0));
        var session = await tablet.GetAsync<SessionView>(NewCity.Session);
        Assert.Equal((true, null), (session.ByPin, session.Posts));
        Assert.Equal([Roles.TicketStaff], session.Person!.Roles);
    }

    private static async Task FiveWrongPinsSayNoMoreThanToAStrangerAsync(Staff tablet)
    {
        var stranger = await tablet.RefusedAsync(HttpMethod.Post, Pin, new PinSignIn("nobody", "2580"), "wrong-pin");
        for (var attempt = 0; attempt < 5; attempt++)
            Assert.Equal(stranger, await tablet.RefusedAsync(HttpMethod.Post, Pin, new PinSignIn("hana", "0000"), "wrong-pin"));
        Assert.Equal(stranger, await tablet.RefusedAsync(HttpMethod.Post, Pin, new PinSignIn("hana", "2580"), "wrong-pin"));
    }

    private static async Task APasswordNamesTheDeviceAsync(Staff tablet)
    {
        const string Password = NewCity.Session + "/password";
        foreach (var name in new[] { "taro", "nobody" })
            await tablet.RefusedAsync(HttpMethod.Post, Password, new PasswordSignIn(name, "falsch und falsch"), "wrong-sign-in");
        Assert.Equal("taro", (await tablet.PostAsync<SessionView>(Password, new PasswordSignIn("taro", NewCity.Password))).Person?.Code);
        await tablet.SendAsync<SessionView>(HttpMethod.Delete, NewCity.Session);
    }

    private static async Task TheDeviceHandsInForWhomeverStoodAtItAsync(Staff tablet, Guid id, EpochView series)
    {
        var (hers, sale) = (Guid.CreateVersion7(), Sale(series, 1) with { Person = "hana" });
        Assert.Equal(("hana", id), await SoldAsync(tablet, hers, sale));
        await tablet.SendAsync<SessionView>(HttpMethod.Delete, NewCity.Session);
        Assert.Equal(("hana", id), await SoldAsync(tablet, hers, sale));
        Assert.Equal(("jiro", id), await SoldAsync(tablet, Guid.CreateVersion7(), Sale(series, 2) with { Person = "jiro" }));
        await tablet.RefusedAsync(HttpMethod.Put, $"/api/v1/sales/{Guid.CreateVersion7()}", Sale(series, 3), "nobody-named");
        await tablet.RefusedAsync(HttpMethod.Put, $"/api/v1/sales/{Guid.CreateVersion7()}", Sale(series, 3) with { Person = "" }, "wrong-person");
        await tablet.RefusedAsync(HttpMethod.Put, $"/api/v1/sales/{Guid.CreateVersion7()}", Sale(series, 3) with { Till = "akiyoshido-2", Person = "hana" }, "other-place");
        await tablet.GetAsync<CatalogueView>("/api/v1/catalogue");
        using var office = await tablet.SendAsync(HttpMethod.Get, $"/api/v1/tills/{Counter1}/sales");
        Assert.Equal(HttpStatusCode.Unauthorized, office.StatusCode);
    }

    private static async Task ARevokedDeviceIsHandedOverAsync(Uri host, Staff admin, Staff tablet, Guid id, EpochView series)
    {
        await admin.PutAsync<DeviceView>($"/api/v1/devices/{id}/revocation", new { });
        Assert.Equal(DeviceState.Revoked, (await admin.PutAsync<DeviceView>($"/api/v1/devices/{id}/revocation", new { })).State);
        Assert.Equal(OwnDeviceState.Revoked, (await tablet.PutAsync<OwnDeviceView>(Own, new DeviceReport { Waiting = 1 })).State);
        var (waits, sale) = (Guid.CreateVersion7(), Sale(series, 3) with { Person = "hana", Device = id });
        using (var shut = await tablet.SendAsync(HttpMethod.Put, $"/api/v1/sales/{waits}", sale))
            Assert.Equal(HttpStatusCode.Unauthorized, shut.StatusCode);
        using (var shut = await tablet.SendAsync(HttpMethod.Put, $"/api/v1/tills/{Counter1}/epochs/{Guid.CreateVersion7()}", new { }))
            Assert.Equal(HttpStatusCode.Unauthorized, shut.StatusCode);
        using var taro = Staff.Nobody(host);
        await taro.PostAsync<SessionView>(NewCity.Session + "/password", new PasswordSignIn("taro", NewCity.Password));
        await taro.RefusedAsync(HttpMethod.Put, $"/api/v1/sales/{waits}", sale with { Till = "akiyoshido-2" }, "anothers-act");

        Assert.Equal(("hana", id), await SoldAsync(admin, waits, sale));
        Assert.Contains((await admin.GetAsync<SaleView>($"/api/v1/sales/{waits}")).Reviews!, review => review.Kind == ReviewKind.RevokedDevice);
        Assert.NotNull((await admin.GetAsync<IReadOnlyList<DeviceView>>("/api/v1/devices")).Single(device => device.Id == id).HandedOverAt);
        await admin.RefusedAsync(HttpMethod.Put, $"/api/v1/devices/{id}/hand-over", new DeviceHandOver(1, -1), "wrong-count");
        var handed = await admin.PutAsync<DeviceView>($"/api/v1/devices/{id}/hand-over", new DeviceHandOver(1));
        Assert.Equal((0, true), (handed.Waiting, handed.HandedOverAt is not null));
    }

    private static async Task ForgettingIsAskedForAndSaidAsync(Staff admin, Staff tablet, Guid id)
    {
        await admin.PutAsync<DeviceView>($"/api/v1/devices/{id}/forgetting", new { });
        Assert.True((await tablet.PutAsync<OwnDeviceView>(Own, new { })).Forget);
        Assert.False((await tablet.PutAsync<OwnDeviceView>(Own, new DeviceReport { Forgotten = true })).Forget);
        Assert.NotNull((await admin.GetAsync<IReadOnlyList<DeviceView>>("/api/v1/devices")).Single(device => device.Id == id).ForgottenAt);
    }

    private static async Task TheTrailSaysItAllAsync(Staff admin, Guid device)
    {
        var trail = (await admin.GetAsync<AuditPage>("/api/v1/audit?take=200")).Items;
        Assert.Contains(trail, entry => entry.Deed == Deed.SignedIn && entry.Person == "taro" && entry.Device == device);
        Assert.Contains(trail, entry => entry.Deed == Deed.SignInRefused && entry.Subject == "taro" && entry.Device == device);
        Assert.Contains(trail, entry => entry.Deed == Deed.SignInRefused && entry.Subject == "?" && entry.Device == device);
        var deeds = trail.Select(entry => entry.Deed).ToHashSet();
        Assert.Superset(
            new HashSet<Deed>
            {
                Deed.DeviceAdded, Deed.DeviceCodeMade, Deed.DeviceEnrolled, Deed.DeviceEnrolmentRefused, Deed.DeviceRevoked, Deed.DeviceForgetAsked,
                Deed.DeviceForgot, Deed.DeviceHandedOver, Deed.PinKept, Deed.PinEntered, Deed.PinRefused, Deed.KeyRevoked,
            },
            deeds);
    }

    private static async Task<(string?, Guid?)> SoldAsync(Staff staff, Guid id, SaleRequest sale)
    {
        var view = await staff.PutAsync<SaleView>($"/api/v1/sales/{id}", sale);
        return (view.Person, view.Device);
    }

    private static SaleRequest Sale(EpochView series, int number) => new(
        Counter1, series.Epoch, number, TimeProvider.System.UtcMicros(), Language.Ja, [new("adult", 2)], new Yen(2600),
        [new TenderRequest(Guid.CreateVersion7(), TenderKind.Cash, new Yen(2600), new Yen(2600))]);
}

public sealed class DevicesOnSqlite(SqliteFixture database) : DeviceContract(database), IClassFixture<SqliteFixture>;

public sealed class DevicesOnPostgreSql(PostgreSqlFixture database) : DeviceContract(database), IClassFixture<PostgreSqlFixture>;

public sealed class DevicesOnSqlServer(SqlServerFixture database) : DeviceContract(database), IClassFixture<SqlServerFixture>;
