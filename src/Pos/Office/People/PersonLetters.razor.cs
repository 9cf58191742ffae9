using Microsoft.AspNetCore.Components;
using Tourism.Kernel;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Office.People;

/// <summary>Sends a link by mail under a name made here: when no answer comes, the same letter is asked for again and goes once.</summary>
public sealed partial class PersonLetters
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(3);
    private IReadOnlyList<LetterView> _letters = [];
    private string _language = Language.Ja;
    private Guid _id;

    [Parameter, EditorRequired]
    public AccountView Account { get; set; } = default!;

    /// <summary>The second factor is forgotten too.</summary>
    [Parameter]
    public bool ForgetSecondFactor { get; set; }

    [Parameter]
    public bool Busy { get; set; }

    /// <summary>A link was made: the account says something else now.</summary>
    [Parameter, EditorRequired]
    public EventCallback OnSent { get; set; }

    private string Path => $"/api/v1/accounts/{Account.Id}/letters";

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
