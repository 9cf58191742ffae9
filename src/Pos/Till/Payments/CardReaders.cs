using Tourism.Pos.Shared.Wire;
using Tourism.Pos.Ui.Api;
using Tourism.Pos.Ui.Device;

namespace Tourism.Pos.Till.Payments;

/// <summary>The card readers of the place, and the one that stands beside this till.</summary>
public sealed class CardReaders(ApiClient api, IDevice device)
{
    private string _remembered = "";

    public IReadOnlyList<CardReaderView> All { get; private set; } = [];

    /// <summary>The one this device used last at this till; the only one there is; else <c>null</c>: somebody must choose.</summary>
    public CardReaderView? Chosen { get; private set; }

    public async Task OpenAsync(string site, string till)
    {
        _remembered = $"tourism.reader.{till}";
        var answer = await api.GetAsync<IReadOnlyList<CardReaderView>>($"/api/v1/sites/{site}/card-readers");
        All = answer.Ok ? answer.Value : [];
        var last = await device.ReadAsync(_remembered);
        Chosen = All.FirstOrDefault(reader => reader.Id == last) ?? (All.Count == 1 ? All[0] : null);
    }

    public async Task ChooseAsync(CardReaderView reader)
    {
        Chosen = reader;
        await device.WriteAsync(_remembered, reader.Id);
    }
}
