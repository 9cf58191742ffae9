using Tourism.Kernel;

namespace Tourism.Pos.Shared.Wire;

/// <summary>A till's journal as the server has it.</summary>
/// <param name="Till">Till code.</param>
/// <param name="Epochs">Every series of the till, oldest first.</param>
public sealed record JournalView(string Till, IReadOnlyList<JournalEpochView> Epochs);

/// <summary>One series of a till's journal.</summary>
/// <param name="Id">Made by the device.</param>
/// <param name="Epoch">1, 2, 3 … per till.</param>
/// <param name="OpenedAt">UTC.</param>
/// <param name="LastNumber">Highest number the server has; 0 for none.</param>
/// <param name="Gaps">Numbers that have not arrived: still on a till, or lost.</param>
/// <param name="Forks">Numbers that were given twice: a device was copied or restored.</param>
/// <param name="Verified">
/// True when every link was recomputed from the stored facts and fits; false when one does not; <c>null</c> when this series was not asked for.
/// </param>
/// <param name="Broken">Numbers whose link does not fit what is stored, or the link before it.</param>
/// <param name="Unlinked">Numbers that came without a link.</param>
public sealed record JournalEpochView(
    Guid Id, int Epoch, DateTime OpenedAt, int LastNumber, IReadOnlyList<JournalGapView> Gaps, IReadOnlyList<int> Forks, bool? Verified,
    IReadOnlyList<int> Broken, int Unlinked);

/// <summary>Numbers that are missing.</summary>
/// <param name="From">First.</param>
/// <param name="To">Last.</param>
public sealed record JournalGapView(int From, int To);

/// <summary>A sale in the till's list of its last ones.</summary>
/// <param name="Id">The sale.</param>
/// <param name="ReceiptNumber">As printed.</param>
/// <param name="OccurredAt">The till's time, UTC.</param>
/// <param name="Total">As charged.</param>
/// <param name="State">Where it stands.</param>
/// <param name="People">On its ticket; 0 without one.</param>
/// <param name="Refunded">Given back so far.</param>
public sealed record LastSaleView(Guid Id, string ReceiptNumber, DateTime OccurredAt, Yen Total, SaleState State, int People, Yen Refunded);
