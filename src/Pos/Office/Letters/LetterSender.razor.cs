using Microsoft.AspNetCore.Components;
using Tourism.Kernel;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Office.Letters;

/// <summary>Sends a link by mail under a name made here: when no answer comes, the same letter is asked for again and goes once.</summary>
public sealed partial class LetterSender
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(3);
    private IReadOnlyList<LetterView> _letters = [];
    private string _language = Language.Ja;
    private Guid _id;

    /// <summary>Address of whom they are to, in the API.</summary>
    [Parameter, EditorRequired]
    public string Of { get; set; } = "";

    /// <summary>Where they go; <c>null</c> for nowhere.</summary>
    [Parameter]
    public string? Email { get; set; }

    /// <summary>The second factor is forgotten too.</summary>
    [Parameter]
    public bool ForgetSecondFactor { get; set; }

    [Parameter]
    public bool Busy { get; set; }

    /// <summary>A link was made: what was made before is void.</summary>
    [Parameter, EditorRequired]
    public EventCallback OnSent { get; set; }

    private string Path => Of + "/letters";

    protected override Task OnInitializedAsync() => WatchAsync();

    private Task SendAsync()
    {
        _id = Guid.CreateVersion7(Time.GetUtcNow());
        return RepeatAsync();
    }

    private async Task RepeatAsync()
    {
        if (!(await PutAsync<LetterView>($"{Path}/{_id}", new LetterRequest(_language, ForgetSecondFactor))).Ok)
            return;
        await OnSent.InvokeAsync();
        await WatchAsync();
    }

    /// <summary>Until every letter is out or given up.</summary>
    private async Task WatchAsync()
    {
        await LoadAsync();
        while (_letters.Any(letter => letter.State == LetterState.Waiting))
        {
            Redraw();
            if (!await WaitAsync(Look))
                return;
            await LoadAsync();
        }
    }

    private async Task LoadAsync()
    {
        var answer = await Api.GetAsync<IReadOnlyList<LetterView>>(Path, Gone);
        if (answer.Ok)
            _letters = answer.Value;
    }
}
