using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Tourism.Kernel;
using Tourism.Pos.Catalogue;
using Tourism.Pos.Persistence;
using Tourism.Pos.Shared.Tickets;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Admissions;

/// <summary>What a gate needs to decide alone: what became other than the codes themselves say.</summary>
internal sealed class GateList(IDbContextFactory<PosDbContext> contexts, CatalogueStore catalogue, TimeProvider clock)
{
    private const int PageSize = 1_000;

    /// <summary>Longer than any write takes: what is stamped now but committed later must still be found. Rows may come twice.</summary>
    private static readonly TimeSpan Overlap = TimeSpan.FromMinutes(1);

    public async Task<Result<GateListView>> HandleAsync(string gate, string? since, CancellationToken ct)
    {
        if ((await catalogue.GetAsync(ct)).SiteOf(PlaceKind.Gate, gate) is not { } site)
            return new UnknownGate(gate);
        if (GateCursor.Read(since) is not { } from)
            return new WrongCursor();
        var now = clock.UtcMicros();
        await using var db = await contexts.CreateDbContextAsync(ct);
        var keys = await KeysAsync(db, from, ct);
        var rows = await ChangedAsync(db, site.Code, from, BusinessDate.Of(now), ct);
        var more = rows.Count == PageSize;
        var next = more ? new GateCursor(rows[^1].ChangedAt, rows[^1].Seq) : new GateCursor(now - Overlap, 0);
        return new GateListView(next.ToString(), keys, [.. rows.Where(row => row.AdmitsTo(site.Code)).Select(row => State(row, site.Code))], more);
    }

    private static async Task<List<KeyView>> KeysAsync(PosDbContext db, GateCursor from, CancellationToken ct)
    {
        var keys = await db.Set<TicketKey>().AsNoTracking()
            .Where(key => key.ListedAt >= from.At || key.RevokedAt >= from.At || key.ChangedAt >= from.At).OrderBy(key => key.Seq).ToListAsync(ct);
        return keys.ConvertAll(key => key.View());
    }

    /// <summary>A ticket that is as it was sold is not told: its code says everything.</summary>
    private static Task<List<Ticket>> ChangedAsync(PosDbContext db, string site, GateCursor from, DateOnly today, CancellationToken ct) =>
        db.Set<Ticket>().AsNoTracking().Include(ticket => ticket.Elsewhere)
            .Where(ticket => ticket.LastDay >= today && (ticket.Site == site || ticket.Also != null))
            .Where(ticket => ticket.Version > 0 || ticket.Admitted > 0 || ticket.Elsewhere.Any() || ticket.Standing != TicketStanding.Good)
            .Where(ticket => ticket.ChangedAt > from.At || (ticket.ChangedAt == from.At && ticket.Seq > from.Seq))
            .OrderBy(ticket => ticket.ChangedAt).ThenBy(ticket => ticket.Seq).Take(PageSize).AsSplitQuery().ToListAsync(ct);

    private static TicketStateView State(Ticket ticket, string site)
    {
        var use = ticket.UseAt(site);
        var sold = TicketCode.Read(ticket.Code)?.Payload;
        var moved = sold?.FirstDay != ticket.FirstDay || sold?.LastDay != ticket.LastDay;
        return new TicketStateView(
            ticket.Id, ticket.Standing, use.Admitted, use.LastAt, use.LastGate, moved ? ticket.FirstDay : null, moved ? ticket.LastDay : null,
            SaleAwaited: ticket.Sale is null, use.People);
    }
}

/// <summary>How far a gate has read: server time, and the row where many changed in one moment.</summary>
internal sealed record GateCursor(DateTime At, long Seq)
{
    private static readonly GateCursor Start = new(DateTime.UnixEpoch, 0);

    public static GateCursor? Read(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return Start;
        var parts = text.Split('-');
        return parts.Length == 2 && Number(parts[0]) is { } micros && Number(parts[1]) is { } seq && micros <= MaxMicros
            ? new GateCursor(DateTime.UnixEpoch.AddMicroseconds(micros), seq)
            : null;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{(At - DateTime.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond}-{Seq}");

    private static long MaxMicros => (DateTime.MaxValue - DateTime.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond;

    private static long? Number(string text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}

internal sealed record WrongCursor() : Failure(
    "wrong-cursor", FailureKind.Invalid, "続きの印が正しくありません。前回の next をそのまま送るか、付けずに最初から読んでください。",
    "This is no place to go on from. Send the last answer's 'next' as it was, or nothing to begin again.", "since");
