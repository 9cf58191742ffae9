using Microsoft.EntityFrameworkCore;
using Tourism.Kernel;
using Tourism.Pos.Persistence;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Audit;

/// <summary>What of the trail is asked for; everything left out is any.</summary>
/// <param name="From">First business date.</param>
/// <param name="To">Last business date.</param>
/// <param name="Person">Sign-in name, whole.</param>
/// <param name="Deed">What was done.</param>
/// <param name="Subject">Part of what it was done to.</param>
/// <param name="Before">Only older entries than this number.</param>
/// <param name="Take">1–200 entries.</param>
internal sealed record AuditQuestion(
    DateOnly? From = null, DateOnly? To = null, string? Person = null, Deed? Deed = null, string? Subject = null, long? Before = null, int Take = 50);

/// <summary>Reads the trail backwards.</summary>
internal sealed class SearchAudit(IDbContextFactory<PosDbContext> contexts)
{
    private const int Most = 200;

    public async Task<Result<AuditPage>> HandleAsync(AuditQuestion ask, CancellationToken ct)
    {
        if (ask.Take is < 1 or > Most)
            return new WrongTake(Most);
        if (ask.From > ask.To)
            return new WrongAuditDays();
        await using var db = await contexts.CreateDbContextAsync(ct);
        var found = await Matching(db, ask).OrderByDescending(row => row.Seq).Take(ask.Take + 1).ToListAsync(ct);
        var items = found.Take(ask.Take).Select(row => row.View()).ToList();
        return new AuditPage(items, found.Count > ask.Take ? items[^1].No : null);
    }

    private static IQueryable<AuditEntry> Matching(PosDbContext db, AuditQuestion ask)
    {
        var rows = db.Set<AuditEntry>().AsNoTracking();
        rows = ask.From is { } from ? rows.Where(row => row.Day >= from) : rows;
        rows = ask.To is { } to ? rows.Where(row => row.Day <= to) : rows;
        rows = ask.Deed is { } deed ? rows.Where(row => row.Deed == deed) : rows;
        rows = ask.Before is { } before ? rows.Where(row => row.Seq < before) : rows;
        rows = Text(ask.Person) is { } person ? rows.Where(row => row.Person == person) : rows;
        return Text(ask.Subject) is { } subject ? rows.Where(row => row.Subject.Contains(subject)) : rows;
    }

    private static string? Text(string? typed) => typed?.Replace("\0", "", StringComparison.Ordinal).Trim() is { Length: > 0 } text ? text : null;
}

internal sealed record WrongTake(int Most) : Failure(
    "wrong-take", FailureKind.Invalid, $"件数は 1〜{Most} で指定してください。", $"Ask for 1 to {Most} entries.", "take");

internal sealed record WrongAuditDays() : Failure(
    "wrong-days", FailureKind.Invalid, "終わりの日は始まりの日より後にしてください。", "The last day must not be before the first.", "to");
