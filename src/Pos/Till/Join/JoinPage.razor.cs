using System.Text.Json;
using Microsoft.AspNetCore.Components;
using Tourism.Kernel;
using Tourism.Pos.Shared.Wire;
using Tourism.Pos.Ui.Api;
using Tourism.Pos.Ui.Device;
using Tourism.Pos.Ui.Joining;
using Tourism.Pos.Ui.Session;

namespace Tourism.Pos.Till.Join;

/// <summary>A shop's owner joins on the device the shop will use. What they have typed stays on it until they are done, but never the PIN.</summary>
public sealed partial class JoinPage
{
    private const string Path = "/api/v1/joining";
    private const string Kept = "joining";
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(100);
    private string _code = "";
    private string _pin = "";
    private JoiningView? _look;
    private ShopDraft _draft = new();
    private Guid _enrolment;
    private bool _done;

    [Inject]
    public IDeviceStore Store { get; set; } = default!;

    [Inject]
    public PinDoor Door { get; set; } = default!;

    [Inject]
    public NavigationManager Navigation { get; set; } = default!;

    private string Digits => string.Concat(_code.Where(char.IsDigit));

    /// <summary>Whoever opened the link has nothing to type. The code stands behind the hash sign: it reaches no server before it is used.</summary>
    protected override async Task OnInitializedAsync()
    {
        _code = new Uri(Navigation.Uri).Fragment.TrimStart('#');
        if (_code.Length > 0)
            await LookAsync();
    }

    private async Task LookAsync()
    {
        var known = await KnownAsync();
        if (await SendAsync(() => Api.PostAsync<JoiningView>(Path, new ShopCode(Digits, known?.Enrolment))) is not { Ok: true } look)
            return;
        (_draft, _enrolment) = known ?? (new ShopDraft { Name = look.Value.Name }, Guid.CreateVersion7(Time.GetUtcNow()));
        _look = look.Value;
        await KeepAsync();
    }

    private async Task JoinAsync()
    {
        var joined = await PutAsync<JoinedView>(Path, new JoinRequest(Digits, _enrolment, _pin, _look!.SetUp ? null : _draft.Answer()));
        if (joined.Ok)
        {
            await Door.BeginAsync(joined.Value, _pin);
            _done = true;
        }
        else if (joined.Problem.IsConflict)
        {
            await LookAsync();
            Problem = joined.Problem;
        }
    }

    /// <summary>The form hears of a choice a moment before the choice is made.</summary>
    private async Task KeepSoonAsync()
    {
        if (await WaitAsync(Moment))
            await KeepAsync();
    }

    /// <summary>The name of this joining is kept along: after a lost answer the same one is asked for again.</summary>
    private Task KeepAsync() => Store.KeepAsync(Kept, JsonSerializer.Serialize(new KeptDraft(Digits, _enrolment, _draft), Json.Options)).AsTask();

    private async Task<(ShopDraft Draft, Guid Enrolment)?> KnownAsync() =>
        await Store.FindAsync(Kept) is { } kept && JsonSerializer.Deserialize<KeptDraft>(kept, ApiClient.Reading) is { } known && known.Code == Digits
            ? (known.Draft, known.Enrolment)
            : null;

    private sealed record KeptDraft(string Code, Guid Enrolment, ShopDraft Draft);
}
