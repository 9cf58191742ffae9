using Microsoft.EntityFrameworkCore;
using Tourism.Pos.Persistence;
using Tourism.Pos.Shared.Receipts;

namespace Tourism.Pos.Tills;

internal static class JournalReads
{
    /// <summary>Entries with the numbers of <paramref name="receipts"/> and the ones before and after them, perhaps with some more.</summary>
    public static Task<List<JournalEntry>> JournalAroundAsync(this PosDbContext db, IReadOnlyList<ReceiptNumber> receipts, CancellationToken ct)
    {
        var tills = receipts.Select(receipt => receipt.Till).Distinct().ToList();
        var epochs = receipts.Select(receipt => receipt.Epoch).Distinct().ToList();
        // Long, because the highest number has none after it.
        var numbers = receipts.SelectMany(receipt => new[] { -1L, 0, 1 }.Select(step => receipt.Number + step))
            .Where(number => number is >= 1 and <= int.MaxValue).Select(number => (int)number).Distinct().ToList();
        return db.Set<JournalEntry>().AsNoTracking()
            .Where(row => tills.Contains(row.Till) && epochs.Contains(row.Epoch) && numbers.Contains(row.Number)).OrderBy(row => row.Branch).ToListAsync(ct);
    }
}
