using System.Text.Json;
using Tourism.Kernel;
using Tourism.Pos.Shared.Wire;
using Tourism.Pos.Ui.Api;
using Tourism.Pos.Ui.Device;
using Tourism.Pos.Ui.Outbox;

namespace Tourism.Pos.Ui.Session;

/// <summary>
/// What waits on a device that is trusted no more: an administrator sends it from here, or saves it as a file and takes it to the office. Each fact keeps
/// the names of its person and of this device either way, and stays here until the server has taken it.
/// </summary>
public sealed class HandOver(OwnDevice own, FactOutbox outbox, IEnumerable<IHandsOver> others, IDeviceStore store, ApiClient api, TimeProvider clock)
{
    /// <summary>Sends what waits under the name of the administrator who is signed in; what went wrong, or <c>null</c>.</summary>
    public async Task<Problem?> SendAsync()
    {
        var device = own.View.Id!.Value;
        var (sales, scans, problem) = (await outbox.HandOverAsync(), 0, (Problem?)null);
        foreach (var other in others)
        {
            var sent = await other.SendAsync(device);
            (scans, problem) = (scans + sent.Taken, problem ?? sent.Problem);
        }

        var left = await own.CountAsync();
        if (sales + scans == 0)
            return problem ?? new Problem(outbox.Alone ? ProblemKind.Offline : ProblemKind.Trouble);
        var answer = await api.PutAsync<DeviceView>($"/api/v1/devices/{device}/hand-over", new DeviceHandOver(sales, left) { Scans = scans });
        return answer.Problem ?? problem;
    }

    /// <summary>The same as the text of a file, signed by this device's key where it has one.</summary>
    public async Task<string> SaveAsync()
    {
        var device = own.View.Id!.Value;
        var items = (await store.WaitingAsync()).Select(fact => new HandOverItem(fact.Path, fact.Body)).ToList();
        foreach (var other in others)
            items.AddRange(await other.WaitingAsync(device));
        var file = new HandOverFile(HandOverFile.Name, HandOverFile.Current, Guid.CreateVersion7(clock.GetUtcNow()), device, clock.UtcMicros(), items);
        for (var index = 0; index < items.Count; index++)
            items[index] = items[index] with { Signature = await SignAsync(file.Of(index)) };
        return JsonSerializer.Serialize(file with { Signature = await SignAsync(file.Head()) }, Json.Options);
    }

    private async Task<string?> SignAsync(byte[] said) => await store.SignAsync(said) is { } signature ? Convert.ToBase64String(signature) : null;
}
