using Tourism.Kernel;
using Tourism.Pos.Access.Accounts;
using Tourism.Pos.Access.Devices;
using Tourism.Pos.Shared.Wire;
using Tourism.Testing.Databases;

namespace Tourism.Database.Tests.Modules;

/// <summary>Codes and PINs by the clock, and by many at once.</summary>
public abstract class DeviceContract(DatabaseFixture database) : SellingSuite(database)
{
    private const string Pin = "2580";

    [DatabaseFact]
    public async Task Enrol_AQuarterOfAnHourLater_IsTooLateAndChangesNothing()
    {
        var (id, code) = await OfferAsync();
        Clock.Advance(TimeSpan.FromMinutes(15) + TimeSpan.FromSeconds(1));

        Assert.Equal("expired-device-code", (await EnrolAsync(code)).Failure?.Code);
        Assert.Equal(DeviceState.New, (await Get<FindDevices>().FindAsync(id, Token)).Value.State);
        var another = (await Get<KeepDevice>().OfferAsync(id, Admin, Token)).Value;
        Assert.True((await EnrolAsync(another.Code)).Ok);
    }

    [DatabaseFact]
    public async Task Enrol_TheSameBrowserTenMinutesLater_IsNoRepeatAnyMore()
    {
        var ((_, code), enrolment) = (await OfferAsync(), Guid.CreateVersion7());
        var first = (await EnrolAsync(code, enrolment)).Value.Credential;
        var second = (await EnrolAsync(code, enrolment)).Value.Credential;
        Assert.Null(await Get<DeviceBoard>().FindAsync(first, Token));
        Assert.NotNull(await Get<DeviceBoard>().FindAsync(second, Token));
        Clock.Advance(TimeSpan.FromMinutes(10) + TimeSpan.FromSeconds(1));

        Assert.Equal("spent-device-code", (await EnrolAsync(code, enrolment)).Failure?.Code);
        Assert.NotNull(await Get<DeviceBoard>().FindAsync(second, Token));
    }

    [DatabaseFact]
    public async Task Enrol_ForAPlaceThatIsGone_IsRefused()
    {
        var (code, now) = (DeviceSecret.NewCode(), Clock.UtcMicros());
        var device = new Device { Id = Guid.CreateVersion7(), Name = "昔の窓口", Site = "akiyoshido", Till = "akiyoshido-9", CreatedAt = now, EnrolledBy = "admin" };
        device.Offer(DeviceSecret.HashOfCode(code), now.AddMinutes(15), "admin");
        await WriteAsync(db => db.Add(device));

        Assert.Equal("place-gone", (await EnrolAsync(code)).Failure?.Code);
    }

    [DatabaseFact]
    public async Task Enrol_ManyBrowsersWithOneCode_OneBecomesTheDevice()
    {
        var (_, code) = await OfferAsync();

        var all = await AtOnceAsync(8, _ => EnrolAsync(code));

        Assert.Single(all, one => one.Ok);
        Assert.All(all.Where(one => !one.Ok), one => Assert.Equal("spent-device-code", one.Failure!.Code));
    }

    [DatabaseFact]
    public async Task SignIn_FiveWrongPinsAtOnce_WaitsAQuarterOfAnHourOnThisDeviceOnly()
    {
        var name = await AddSellerAsync();
        var (here, there) = (await EnrolledAsync(), await EnrolledAsync());
        Assert.True((await EnterAsync(name, Pin, here)).Ok);
        await AtOnceAsync(5, _ => EnterAsync(name, "0001", here));

        Assert.Equal("wrong-pin", (await EnterAsync(name, Pin, here)).Failure?.Code);
        Assert.True((await EnterAsync(name, Pin, there)).Ok);
        Clock.Advance(TimeSpan.FromMinutes(15));
        Assert.True((await EnterAsync(name, Pin, here)).Ok);
    }

    [DatabaseFact]
    public async Task SignIn_AfterANewLinkForThePassword_ThePinIsGone()
    {
        var name = await AddSellerAsync();
        var device = await EnrolledAsync();
        var account = (await Get<ListAccounts>().HandleAsync(Token)).Single(one => one.Name == name);
        await Get<LetIn>().InviteAsync(account.Id, new InvitationRequest(false), Admin, Token);

        Assert.Equal("wrong-pin", (await EnterAsync(name, Pin, device)).Failure?.Code);
    }

    private async Task<(Guid Id, string Code)> OfferAsync()
    {
        var id = Guid.CreateVersion7();
        Assert.True((await Get<KeepDevice>().AddAsync(id, new DeviceRequest("窓口1 iPad", "akiyoshido", Till), Admin, Token)).Ok);
        return (id, (await Get<KeepDevice>().OfferAsync(id, Admin, Token)).Value.Code);
    }

    private async Task<DeviceBadge> EnrolledAsync() => (await EnrolAsync((await OfferAsync()).Code)).Value.Device!.Badge;

    private Task<Result<Enrolled>> EnrolAsync(string code, Guid? enrolment = null) =>
        Get<EnrolDevice>().HandleAsync(new EnrolmentRequest(code, enrolment ?? Guid.CreateVersion7()), Token);

    private async Task<string> AddSellerAsync()
    {
        var name = "s" + Guid.CreateVersion7().ToString("N");
        var account = new Account
        {
            Id = Guid.CreateVersion7(), UserName = name, NormalizedUserName = name.ToUpperInvariant(), DisplayName = "窓口 花", CreatedAt = Clock.UtcMicros(),
            SecurityStamp = "stamp", Posts = [new Post { Roles = Roles.TicketStaff, Site = "akiyoshido", Till = Till }],
        };
        account.Accept(Clock.UtcMicros());
        await WriteAsync(db => db.Add(account));
        Assert.True((await Get<KeepPin>().HandleAsync(name, Pin, Admin, Token)).Ok);
        return name;
    }

    /// <summary>A refusal takes its time, by the clock of the test.</summary>
    private async Task<Result<System.Security.Claims.ClaimsPrincipal>> EnterAsync(string name, string pin, DeviceBadge device)
    {
        var entering = Get<SignInByPin>().HandleAsync(new PinSignIn(name, pin), device, Token);
        while (!entering.IsCompleted)
        {
            Clock.Advance(TimeSpan.FromMilliseconds(100));
            await Task.Delay(5, Token);
        }

        return await entering;
    }
}

public sealed class DevicesOnSqlite(SqliteFixture database) : DeviceContract(database), IClassFixture<SqliteFixture>;

public sealed class DevicesOnPostgreSql(PostgreSqlFixture database) : DeviceContract(database), IClassFixture<PostgreSqlFixture>;

public sealed class DevicesOnSqlServer(SqlServerFixture database) : DeviceContract(database), IClassFixture<SqlServerFixture>;
