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
