using Tourism.Pos.Shared.Wire;
using Tourism.Pos.Ui.Api;

namespace Tourism.Pos.Ui.Outbox;

/// <summary>Something that waits on this device beside the outbox: the scans of a gate.</summary>
public interface IHandsOver
{
    /// <summary>What waits, as it is sent, oldest first.</summary>
    /// <param name="device">This device.</param>
    Task<IReadOnlyList<HandOverItem>> WaitingAsync(Guid device);

    /// <summary>Sends all of it once.</summary>
    /// <param name="device">This device.</param>
    /// <returns>How many the server has taken, and why it has not taken the first of the rest; those stay on the device.</returns>
    Task<(int Taken, Problem? Problem)> SendAsync(Guid device);
}
