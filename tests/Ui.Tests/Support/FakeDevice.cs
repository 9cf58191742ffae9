using Microsoft.JSInterop;
using Tourism.Pos.Ui.Device;

namespace Tourism.Ui.Tests.Support;

/// <summary>A device whose storage a test can look into.</summary>
internal sealed class FakeDevice : IDevice
{
    public Dictionary<string, string> Kept { get; } = [];

    public List<bool> Sounds { get; } = [];

    public int Printed { get; private set; }

    public string? Focused { get; private set; }

    public ValueTask<string?> ReadAsync(string key) => ValueTask.FromResult(Kept.GetValueOrDefault(key));

    /// <summary>While true, the browser keeps nothing.</summary>
    public bool Full { get; set; }

    public ValueTask WriteAsync(string key, string value)
    {
        if (Full)
            throw new JSException("QuotaExceededError");
        Kept[key] = value;
        return ValueTask.CompletedTask;
    }

    public ValueTask ForgetAsync(string key)
    {
        Kept.Remove(key);
        return ValueTask.CompletedTask;
    }

    public ValueTask SpeakAsync(string language) => ValueTask.CompletedTask;

    public ValueTask SoundAsync(bool good)
    {
        Sounds.Add(good);
        return ValueTask.CompletedTask;
    }

    public bool Awake { get; private set; }

    public ValueTask<bool> StayAwakeAsync(bool wanted) => ValueTask.FromResult(Awake = wanted);

    public ValueTask PrintAsync()
    {
        Printed++;
        return ValueTask.CompletedTask;
    }

    /// <summary>Files that the browser was told to save.</summary>
    public Dictionary<string, string> Saved { get; } = [];

    public ValueTask SaveAsync(string name, string text)
    {
        Saved[name] = text;
        return ValueTask.CompletedTask;
    }

    public ValueTask FocusAsync(string id)
    {
        Focused = id;
        return ValueTask.CompletedTask;
    }

    public bool Busy { get; set; }

    public ValueTask<bool> BusyAsync() => ValueTask.FromResult(Busy);

    public ValueTask WatchIdleAsync<T>(DotNetObjectReference<T> screen, TimeSpan after) where T : class => ValueTask.CompletedTask;

    public ValueTask CatchKeysAsync(string id) => ValueTask.CompletedTask;
}
