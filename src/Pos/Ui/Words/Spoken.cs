using Microsoft.AspNetCore.Components;
using Tourism.Kernel;

namespace Tourism.Pos.Ui.Words;

/// <summary>A component with words in it: follows the language and draws again when that changes.</summary>
public abstract class Spoken : ComponentBase, IDisposable
{
    /// <summary>The language.</summary>
    [Inject]
    public Wording Wording { get; set; } = default!;

    /// <inheritdoc/>
    public void Dispose()
    {
        Wording.Changed -= Redraw;
        Leave();
        GC.SuppressFinalize(this);
    }

    /// <summary>The sentence for a key of this component's assembly.</summary>
    protected string T(string key, params object[] values) => Wording.Get(GetType().Assembly, key, values);

    /// <summary>What was typed or picked.</summary>
    protected static string Text(ChangeEventArgs typed) => (string?)typed.Value ?? "";

    /// <summary>A name of the city's data in the language of the screen.</summary>
    protected string In(LocalText text) => text.In(Wording.Language);

    /// <inheritdoc/>
    protected override void OnInitialized() => Wording.Changed += Redraw;

    /// <summary>Draws again, from wherever it is called.</summary>
    protected void Redraw() => _ = InvokeAsync(StateHasChanged);

    /// <summary>Called once when the component goes.</summary>
    protected virtual void Leave()
    {
    }
}
