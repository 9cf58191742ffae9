using Tourism.Pos.Till.Passkeys;

namespace Tourism.Ui.Tests.Support;

/// <summary>A browser whose person shows a passkey, or gives up.</summary>
internal sealed class FakePasskeys : IPasskeys
{
    /// <summary>False in a browser that is too old.</summary>
    public bool Work { get; set; } = true;

    /// <summary>What the person shows; <c>null</c> when they give up.</summary>
    public string? Shown { get; set; } = "{}";

    /// <summary>What was asked for.</summary>
    public List<string> Asked { get; } = [];

    public ValueTask<bool> WorkAsync() => ValueTask.FromResult(Work);

    public ValueTask<string?> MakeAsync(string options) => UseAsync(options);

    public ValueTask<string?> UseAsync(string options)
    {
        Asked.Add(options);
        return ValueTask.FromResult(Shown);
    }
}
