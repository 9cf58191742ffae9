using Tourism.Pos.Shared.Wire;
using Tourism.Pos.Ui.Api;
using Tourism.Pos.Ui.Device;

namespace Tourism.Pos.Till.Payments;

/// <summary>The card readers of the place, and the one that stands beside this till.</summary>
public sealed class CardReaders(ApiClient api, IDevice device)
{
    private string _remembered = "";
    private Task _opening = Task.CompletedTask;

    public IReadOnlyList<CardReaderView> All { get; private set; } = [];

    /// <summary>The one this device used last at this till; the only one there is; else <c>null</c>: somebody must choose.</summary>
    public CardReaderView? Chosen { get; private set; }

    /// <summary>Asks for the readers of the place; without network there are none.</summary>
    public Task OpenAsync(string site, string till) => _opening = LoadAsync(site, till);

    /// <summary>The one to use, once it is known which there are.</summary>
    public async Task<CardReaderView?> WaitAsync()
    {
        await _opening;
        return Chosen;
    }

    public async Task ChooseAsync(CardReaderView reader)
    {
        Chosen = reader;
        await device.WriteAsync(_remembered, reader.Id);
    }

    private async Task LoadAsync(string site, string till)
    {
        _remembered = $"tourism.reader.{till}";
        var answer = await api.GetAsync<IReadOnlyList<CardReaderView>>($"/api/v1/sites/{site}/card-readers");
        All = answer.Ok ? answer.Value : [];
        var last = await device.ReadAsync(_remembered);
        Chosen = All.FirstOrDefault(reader => reader.Id == last) ?? (All.Count == 1 ? All[0] : null);
    }
}
