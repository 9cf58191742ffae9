using System.Reflection;
using Tourism.Kernel;
using Tourism.Pos.Ui.Device;

namespace Tourism.Pos.Ui.Words;

/// <summary>The language of the staff app and its sentences. A key is <c>surface.name</c>; the surface is an embedded file of the asking assembly.</summary>
public sealed class Wording(IDevice device)
{
    private const string Remembered = "tourism.language";
    private readonly Dictionary<(Assembly, string), Texts> _texts = [];

    /// <summary>Raised after the language changed.</summary>
    public event Action? Changed;

    /// <summary>Languages staff may choose from.</summary>
    public static IReadOnlyList<string> Offered { get; } = [Kernel.Language.Ja, Kernel.Language.En];

    /// <summary>The language now.</summary>
    public string Language { get; private set; } = Kernel.Language.Ja;

    /// <summary>Takes up the language chosen on this device earlier.</summary>
    public async Task RestoreAsync()
    {
        if (await device.ReadAsync(Remembered) is { } known && Offered.Contains(known))
            Language = known;
        await device.SpeakAsync(Language);
    }

    /// <summary>Changes the language and remembers it on this device.</summary>
    public async Task ChooseAsync(string language)
    {
        Language = language;
        await device.SpeakAsync(language);
        await device.WriteAsync(Remembered, language);
        Changed?.Invoke();
    }

    /// <summary>The sentence of <paramref name="owner"/> for <paramref name="key"/>.</summary>
    public string Get(Assembly owner, string key, params object[] values) => GetIn(Language, owner, key, values);

    /// <summary>Whether <paramref name="owner"/> has a sentence for <paramref name="key"/>.</summary>
    public bool Knows(Assembly owner, string key)
    {
        var (texts, name) = Find(owner, key);
        return texts.KeysIn(Language).Contains(name);
    }

    /// <summary>The same in another language than the screen's, for words that go onto paper.</summary>
    public string GetIn(string language, Assembly owner, string key, params object[] values)
    {
        var (texts, name) = Find(owner, key);
        return texts.Get(language, name, values);
    }

    private (Texts Texts, string Name) Find(Assembly owner, string key)
    {
        var dot = key.IndexOf('.', StringComparison.Ordinal);
        var surface = (owner, key[..dot]);
        var texts = _texts.TryGetValue(surface, out var known) ? known : _texts[surface] = Texts.Load(owner, key[..dot]);
        return (texts, key[(dot + 1)..]);
    }
}
