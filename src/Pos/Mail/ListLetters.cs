using Microsoft.EntityFrameworkCore;
using Tourism.Pos.Persistence;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Mail;

/// <summary>What was written, latest first.</summary>
internal sealed class ListLetters(IDbContextFactory<PosDbContext> contexts)
{
    private const int Most = 100;
    private const int MostOfOne = 10;

    /// <summary>To one person, without what the letters say.</summary>
    public async Task<IReadOnlyList<LetterView>> OfAsync(Guid account, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var letters = await db.Set<Letter>().AsNoTracking().Where(row => row.Account == account).OrderByDescending(row => row.Seq).Take(MostOfOne).ToListAsync(ct);
        return [.. letters.Select(letter => letter.View())];
    }

    /// <summary>Whole letters that were never to be sent.</summary>
    public async Task<IReadOnlyList<ShownLetterView>> ShownAsync(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var letters = await db.Set<Letter>().AsNoTracking().Where(row => row.State == LetterState.Shown).OrderByDescending(row => row.Seq).Take(Most).ToListAsync(ct);
        return [.. letters.Select(letter => new ShownLetterView(letter.Id, letter.CreatedAt, letter.To!, letter.Subject!, letter.Text!))];
    }
}
