using System.Reflection;
using System.Text.Json;
using Tourism.Kernel;
using Tourism.Pos.Shared.Wire;
using Tourism.Pos.Ui.Api;
using Tourism.Pos.Ui.Device;

namespace Tourism.Pos.Ui.Session;

/// <summary>What this browser keeps of itself as a device, for the time before the server answers.</summary>
internal sealed class OwnNotes(IDeviceStore store, TimeProvider clock)
{
    private const string Kept = "device";
    private const string KeptEnrolment = "enrolment";
    private static readonly string? App =
        typeof(OwnNotes).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0];

    /// <summary>As it was kept last; <c>null</c> for a browser that is no device yet.</summary>
    public async Task<OwnDeviceView?> FindAsync() =>
        await store.FindAsync(Kept) is { } kept ? JsonSerializer.Deserialize<OwnDeviceView>(kept, ApiClient.Reading)! : null;

    public ValueTask KeepAsync(OwnDeviceView view) => store.KeepAsync(Kept, JsonSerializer.Serialize(view, Json.Options));

    /// <summary>
    /// How it is. The key tells whose a file is that this device may have to save one day. What has just been forgotten gets no new one.
    /// </summary>
    public async Task<DeviceReport> ReportAsync(int waiting, bool enrolled, bool forgotten) => new()
    {
        App = App,
        Waiting = waiting,
        Forgotten = forgotten,
        PublicKey = enrolled && !forgotten && await store.PublicKeyAsync() is { } key ? Convert.ToBase64String(key) : null,
    };

    /// <summary>Name of the enrolment by this code: the same one again after a lost answer.</summary>
    public async Task<Guid> EnrolmentAsync(string code)
    {
        if (await store.FindAsync(KeptEnrolment) is { } kept && kept.Split(' ') is [var asked, var id] && asked == code)
            return Guid.Parse(id);
        var made = Guid.CreateVersion7(clock.GetUtcNow());
        await store.KeepAsync(KeptEnrolment, $"{code} {made}");
        return made;
    }
}

/// <summary>All that this browser remembers, taken together.</summary>
internal static class Memories
{
    public static async Task ForgetAsync(this IEnumerable<IForgetful> memories)
    {
        foreach (var memory in memories)
            await memory.ForgetAsync();
    }

    /// <summary>How much the server has yet to hear of.</summary>
    public static async Task<int> UnsentAsync(this IEnumerable<IForgetful> memories)
    {
        var unsent = 0;
        foreach (var memory in memories)
            unsent += await memory.UnsentAsync();
        return unsent;
    }
}
