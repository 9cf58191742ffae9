using Tourism.Pos.Shared.Wire;
using Tourism.Pos.Ui.Device;

namespace Tourism.Ui.Tests.Support;

/// <summary>PINs a test can look into.</summary>
internal sealed class FakePins : IPins
{
    public Dictionary<string, (int Version, string Pin, string Session)> Kept { get; } = [];

    public ValueTask<IReadOnlyList<string>> KnownAsync() => ValueTask.FromResult<IReadOnlyList<string>>([.. Kept.Keys]);

    public ValueTask RememberAsync(string person, int version, string pin, string session)
    {
        Kept[person] = (version, pin, session);
        return ValueTask.CompletedTask;
    }

    public ValueTask<PinCheck> CheckAsync(string person, string pin) => ValueTask.FromResult(
        !Kept.TryGetValue(person, out var known) ? new PinCheck(PinOutcome.Unknown) : known.Pin == pin ? new PinCheck(PinOutcome.Good, known.Session) : new PinCheck(PinOutcome.Wrong));

    public ValueTask KeepOnlyAsync(IReadOnlyList<DevicePersonView> people)
    {
        foreach (var gone in Kept.Keys.Where(name => !people.Any(one => one.Code == name && one.Pin == Kept[name].Version)).ToList())
            Kept.Remove(gone);
        return ValueTask.CompletedTask;
    }

    public ValueTask<int> UnsentAsync() => ValueTask.FromResult(0);

    public ValueTask ForgetAsync()
    {
        Kept.Clear();
        return ValueTask.CompletedTask;
    }
}
