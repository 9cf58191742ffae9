using Tourism.Pos.Shared.Journals;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Till.Books;

/// <summary>The receipt numbers this device gives on a till, and the end of their chain.</summary>
/// <param name="Id">The epoch's name, made here.</param>
/// <param name="Epoch">The server's number of it; 0 while it does not know it.</param>
/// <param name="Last">Number given last.</param>
/// <param name="Hash">Hash of the last link; <c>null</c> in a series that began before tills kept journals, which then goes on without.</param>
/// <param name="Key">Number of this device's listed key; without one the server signs the tickets.</param>
public sealed record Series(Guid Id, int Epoch, int Last, string? Hash = null, uint? Key = null)
{
    public static Series New()
    {
        var id = Guid.CreateVersion7();
        return new Series(id, 0, 0, Journal.Start(id));
    }

    /// <summary>
    /// What the server says of it. <c>null</c> when it must end here: the server has seen more than this device remembers, or it has no journal
    /// though it could have one.
    /// </summary>
    public Series? With(EpochView view)
    {
        var key = view.Revoked ? null : view.Key;
        if (view.Epoch != Epoch)
            return view.LastNumber == 0 ? new Series(Id, view.Epoch, 0, Journal.Start(Id), key) : null;
        var forked = view.LastNumber == Last && view.LastHash is { } seen && seen != Hash;
        return view.LastNumber > Last || Hash is null || forked ? null : this with { Key = key };
    }
}
