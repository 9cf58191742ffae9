using System.Collections.Immutable;
using System.Security.Cryptography;
using Tourism.Pos.Ui.Device;

namespace Tourism.Ui.Tests.Support;

/// <summary>A device's database that a test can look into, and disturb as a second tab would.</summary>
internal sealed class FakeStore : IDeviceStore, IDisposable
{
    private ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private ECDsa? _next;

    public Dictionary<string, string> Kept { get; } = [];

    public Dictionary<string, string> Earlier { get; } = [];

    public ImmutableList<KeptFact> Facts { get; private set; } = [];

    /// <summary>Runs once, just before the next write: another tab is quicker.</summary>
    public Action? BeforeMove { get; set; }

    /// <summary>Runs before what became of a fact is written.</summary>
    public Action? BeforeSettle { get; set; }

    public bool Locked { get; private set; }

    public ECDsa Key => _key;

    public ValueTask<string?> FindAsync(string key) => ValueTask.FromResult(Kept.GetValueOrDefault(key));

    public ValueTask KeepAsync(string key, string text)
    {
        Kept[key] = text;
        return ValueTask.CompletedTask;
    }

    public ValueTask<bool> MoveAsync(string key, string? seen, string text, KeptFact? add, Guid? drop)
    {
        var disturb = BeforeMove;
        BeforeMove = null;
        disturb?.Invoke();
        if (Kept.GetValueOrDefault(key) != seen)
            return ValueTask.FromResult(false);
        Kept[key] = text;
        if (add is not null)
            Facts = Facts.Add(add);
        Facts = Facts.RemoveAll(fact => fact.Id == drop);
        return ValueTask.FromResult(true);
    }

    public ValueTask<IReadOnlyList<KeptFact>> WaitingAsync() =>
        ValueTask.FromResult<IReadOnlyList<KeptFact>>([.. Facts.Where(fact => fact.State != FactState.Acknowledged)]);

    public ValueTask<IReadOnlyList<KeptFact>> RecentAsync(string till, int most) =>
        ValueTask.FromResult<IReadOnlyList<KeptFact>>([.. Enumerable.Reverse(Facts).Where(fact => fact.Till == till).Take(most)]);

    public ValueTask SettleAsync(KeptFact fact)
    {
        BeforeSettle?.Invoke();
        var at = Facts.FindIndex(known => known.Id == fact.Id);
        if (at >= 0)
            Facts = Facts.SetItem(at, fact);
        return ValueTask.CompletedTask;
    }

    public ValueTask<byte[]?> PublicKeyAsync() => ValueTask.FromResult<byte[]?>(_key.ExportSubjectPublicKeyInfo());

    public ValueTask<byte[]?> NextKeyAsync() =>
        ValueTask.FromResult<byte[]?>((_next ??= ECDsa.Create(ECCurve.NamedCurves.nistP256)).ExportSubjectPublicKeyInfo());

    public async ValueTask<bool> MoveToNextKeyAsync(string key, string? seen, string text)
    {
        if (_next is not { } next || !await MoveAsync(key, seen, text, null, null))
            return false;
        _key.Dispose();
        (_key, _next) = (next, null);
        return true;
    }

    public ValueTask<byte[]?> SignAsync(byte[] bytes) => ValueTask.FromResult<byte[]?>(_key.SignData(bytes, HashAlgorithmName.SHA256));

    public ValueTask PersistAsync() => ValueTask.CompletedTask;

    public ValueTask<bool> TakeAsync(string name)
    {
        var free = !Locked;
        Locked = true;
        return ValueTask.FromResult(free);
    }

    public ValueTask ReleaseAsync(string name)
    {
        Locked = false;
        return ValueTask.CompletedTask;
    }

    public ValueTask<string?> EarlierAsync(string key) => ValueTask.FromResult(Earlier.GetValueOrDefault(key));

    public ValueTask ForgetEarlierAsync(string key)
    {
        Earlier.Remove(key);
        return ValueTask.CompletedTask;
    }

    public ValueTask ForgetAsync()
    {
        Kept.Clear();
        Facts = Facts.RemoveAll(fact => fact.State == FactState.Acknowledged);
        return ValueTask.CompletedTask;
    }

    public async ValueTask<int> UnsentAsync() => (await WaitingAsync()).Count;

    public void Dispose()
    {
        _key.Dispose();
        _next?.Dispose();
    }
}
