using System.Text.Json;
using Tourism.Kernel;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Till.Gate;

/// <summary>How far this device has read the server's list, and the keys it names.</summary>
internal sealed record GateHeading(string Gate, DateOnly Date, string Next, IReadOnlyList<KeyView> Keys);

/// <summary>
/// What this device knows of keys, tickets and sites, and what it has not yet reported. In memory for speed, on disk before anybody relies on it.
/// </summary>
internal sealed class GateBook(IGateStore store)
{
    private const string Heading = "list";
    private const string Places = "sites";
    private const string TicketNote = "ticket.";
    public const string ScanNote = "scan.";
    private const string ConflictNote = "conflict.";
    private readonly Dictionary<Guid, TicketStateView> _tickets = [];
    private readonly Dictionary<Guid, KeptScan> _scans = [];
    private readonly Dictionary<Guid, GateConflict> _conflicts = [];

    /// <summary>How far the list was read; <c>null</c> before its first part.</summary>
    public GateHeading? List { get; private set; }

    public IReadOnlyList<SiteView> Sites { get; private set; } = [];

    /// <summary>Scans on their way, oldest first.</summary>
    public IReadOnlyList<KeptScan> Scans => [.. _scans.Values.OrderBy(scan => scan.Request.OccurredAt)];

    /// <summary>What staff must look at, newest first.</summary>
    public IReadOnlyList<GateConflict> Conflicts => [.. _conflicts.Values.OrderByDescending(conflict => conflict.At)];

    public KeyView? Key(uint id) => List?.Keys.FirstOrDefault(key => key.Key == id);

    public TicketStateView? Ticket(Guid id) => _tickets.GetValueOrDefault(id);

    public KeptScan? Scan(Guid id) => _scans.GetValueOrDefault(id);

    /// <summary>How far a ticket is used at this site, as far as this device can know.</summary>
    public SiteUseView Use(Guid ticket) => Scans.Where(scan => scan.Ticket == ticket && scan.Moved > 0)
        .Aggregate(Told(ticket), (use, scan) => use.Move(scan.Moved, scan.Request.Direction, BusinessDate.Of(scan.Request.OccurredAt)).After);

    /// <summary>How far it is used by the server's word.</summary>
    public SiteUseView Told(Guid ticket) => Ticket(ticket) is { } known ? known.Use ?? SiteUseView.None with { Admitted = known.Admitted } : SiteUseView.None;

    public async Task OpenAsync()
    {
        List = (await ReadAsync<GateHeading>(Heading)).FirstOrDefault();
        Sites = (await ReadAsync<SiteView[]>(Places)).FirstOrDefault() ?? [];
        Fill(_tickets, await ReadAsync<TicketStateView>(TicketNote), ticket => ticket.Id);
        Fill(_scans, await ReadAsync<KeptScan>(ScanNote), scan => scan.Request.Id);
        Fill(_conflicts, await ReadAsync<GateConflict>(ConflictNote), conflict => conflict.Id);
    }

    /// <summary>Takes up a part of the list. A new day begins with an empty list: what is over need not be carried on.</summary>
    public async Task TakeAsync(GateHeading heading, bool first, IReadOnlyList<TicketStateView> tickets)
    {
        var old = first ? _tickets.Keys.Except(tickets.Select(ticket => ticket.Id)).ToList() : [];
        await store.WriteAsync([
            new GateNote(Heading, Text(heading)), .. old.Select(id => new GateNote(TicketNote + id, null)),
            .. tickets.Select(ticket => new GateNote(TicketNote + ticket.Id, Text(ticket)))]);
        List = heading;
        old.ForEach(id => _tickets.Remove(id));
        Fill(_tickets, tickets, ticket => ticket.Id);
    }

    public async Task TakeAsync(IReadOnlyList<SiteView> sites)
    {
        await store.WriteAsync(new GateNote(Places, Text(sites)));
        Sites = sites;
    }

    public async Task TakeAsync(TicketStateView ticket)
    {
        await store.WriteAsync(new GateNote(TicketNote + ticket.Id, Text(ticket)));
        _tickets[ticket.Id] = ticket;
    }

    public async Task KeepAsync(KeptScan scan)
    {
        await store.WriteAsync(new GateNote(ScanNote + scan.Request.Id, Text(scan)));
        _scans[scan.Request.Id] = scan;
    }

    /// <summary>The server has had its last word on a scan.</summary>
    public async Task DropAsync(KeptScan scan, GateConflict? conflict)
    {
        var gone = new GateNote(ScanNote + scan.Request.Id, null);
        await store.WriteAsync(conflict is null ? [gone] : [gone, new GateNote(ConflictNote + conflict.Id, Text(conflict))]);
        _scans.Remove(scan.Request.Id);
        if (conflict is not null)
            _conflicts[conflict.Id] = conflict;
    }

    /// <summary>Somebody has looked at it.</summary>
    public async Task SettleAsync(Guid conflict)
    {
        await store.WriteAsync(new GateNote(ConflictNote + conflict, null));
        _conflicts.Remove(conflict);
    }

    private static void Fill<T>(Dictionary<Guid, T> all, IEnumerable<T> found, Func<T, Guid> id)
    {
        foreach (var one in found)
            all[id(one)] = one;
    }

    private async Task<List<T>> ReadAsync<T>(string beginning) =>
        [.. (await store.ReadAsync(beginning)).Select(text => JsonSerializer.Deserialize<T>(text, Json.Options)!)];

    private static string Text<T>(T value) => JsonSerializer.Serialize(value, Json.Options);
}
