using System.Text.Json;
using Tourism.Pos.Shared.Wire;
using Tourism.Testing;
using Tourism.Testing.Databases;
using Tourism.Testing.Hosts;

namespace Tourism.Api.Tests;

/// <summary>An installation with accounts, as the first start finds it: nobody can sign in yet.</summary>
internal static class NewCity
{
    public const string Session = "/api/v1/session";
    public const string Password = "朝の秋芳洞はとても涼しい";
    public const string Administrator = "administrator";

    public static Task<RunningHost> StartAsync(DatabaseFixture database) => RunningHost.StartAsync(database, settings => settings.WithAccounts());

    /// <summary>Takes up an invitation and, where the office asks for it, sets up a second factor.</summary>
    public static async Task<Staff> AcceptAsync(Uri host, string token)
    {
        var staff = Staff.Nobody(host);
        if (!(await staff.PostAsync<SessionView>(Session + "/invitation", new InvitationAnswer(token, Password))).SecondFactorDue)
            return staff;
        var factor = await staff.PutAsync<SecondFactorView>(Session + "/second-factor", new { });
        await staff.PutAsync<RecoveryCodesView>(Session + "/second-factor/confirmation", new SecondFactorCode(Authenticator.Code(factor.Secret)));
        return staff;
    }

    /// <summary>Adds somebody who has not been let in yet.</summary>
    public static async Task AddPersonAsync(this Staff admin, string name, params PostView[] posts) =>
        await admin.PutAsync<AccountView>($"/api/v1/accounts/{Guid.CreateVersion7()}", new AccountRequest(name, name, posts));

    /// <summary>Invites somebody, who takes it up.</summary>
    public static async Task<Staff> LetInAsync(this Staff admin, Uri host, string name)
    {
        var account = (await admin.GetAsync<IReadOnlyList<AccountView>>("/api/v1/accounts")).Single(one => one.Name == name);
        var invitation = await admin.PutAsync<InvitationView>($"/api/v1/accounts/{account.Id}/invitation", new InvitationRequest(false));
        return await AcceptAsync(host, NewInstallation.TokenIn(invitation.Link));
    }

    /// <summary>Adds a device and makes <paramref name="browser"/> become it.</summary>
    public static async Task<Guid> EnrolAsync(this Staff admin, Staff browser, DeviceRequest device)
    {
        var id = Guid.CreateVersion7();
        await admin.PutAsync<DeviceView>($"/api/v1/devices/{id}", device);
        var code = await admin.PutAsync<DeviceCodeView>($"/api/v1/devices/{id}/code", new { });
        await browser.PutAsync<OwnDeviceView>("/api/v1/device/enrolment", new EnrolmentRequest(code.Code, Guid.CreateVersion7()));
        return id;
    }

    /// <summary>Sends and expects to be refused with this problem; the answer without what differs from call to call.</summary>
    public static async Task<string> RefusedAsync(this Staff staff, HttpMethod method, string path, object body, string problem)
    {
        using var answer = await staff.SendAsync(method, path, body);
        var told = JsonSerializer.Deserialize<JsonElement>(await answer.Content.ReadAsStringAsync()).EnumerateObject().Where(part => part.Name != "traceId");
        var text = string.Join('\n', told.Select(part => $"{part.Name}: {part.Value}"));
        Assert.Contains($"type: /problems/{problem}\n", text, StringComparison.Ordinal);
        return text;
    }
}
