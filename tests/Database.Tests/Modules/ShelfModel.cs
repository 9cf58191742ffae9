using Tourism.Pos.Shared.Wire;

namespace Tourism.Database.Tests.Modules;

/// <summary>The plain reference for stock: somebody who writes everything down and, when asked, goes through it from the beginning.</summary>
internal sealed class ShelfModel
{
    private readonly List<Note> _notes = [];

    public void Enter(Guid id, string product, StockKind kind, int quantity, DateTime at) => _notes.Add(new Note(id, product, kind, quantity, at));

    public void Sell(string product, int quantity, DateTime at) => _notes.Add(new Note(Guid.Empty, product, null, -quantity, at));

    public void BringBack(string product, int quantity, DateTime at) => _notes.Add(new Note(Guid.Empty, product, null, quantity, at));

    public void Undo(Guid id) => _notes.RemoveAll(note => note.Id == id);

    /// <summary>Walks through the day as it went: a count sets the shelf, everything else changes it, and nothing is known before the first entry.</summary>
    public long? Level(string product)
    {
        long? shelf = null;
        foreach (var note in _notes.Where(note => note.Product == product).OrderBy(note => note.At))
        {
            shelf = note.Kind switch
            {
                null => shelf + note.Quantity,
                StockKind.Counted => note.Quantity,
                StockKind.Received => (shelf ?? 0) + note.Quantity,
                _ => (shelf ?? 0) - note.Quantity,
            };
        }

        return shelf;
    }

    private sealed record Note(Guid Id, string Product, StockKind? Kind, int Quantity, DateTime At);
}
