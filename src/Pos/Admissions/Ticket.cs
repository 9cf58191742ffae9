using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tourism.Kernel;
using Tourism.Kernel.Server.Persistence;
using Tourism.Pos.Catalogue;
using Tourism.Pos.Shared.Tickets;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Admissions;

/// <summary>A party's right to enter, and how much of it is used. Every change says when, so that gates learn of it.</summary>
internal sealed class Ticket : IVersioned
{
    public long Seq { get; private set; }

    public required Guid Id { get; init; }

    /// <summary><c>null</c> while the sale of a till that was offline is still on its way.</summary>
    public Guid? Sale { get; private set; }

    /// <summary>The site that sold it.</summary>
    public required string Site { get; init; }

    /// <summary>Codes of further sites it admits to, separated by spaces.</summary>
    public string? Also { get; init; }

    public required string Code { get; init; }

    public required int People { get; init; }

    public required DateOnly FirstDay { get; set; }

    public required DateOnly LastDay { get; set; }

    public TicketStanding Standing { get; private set; } = TicketStanding.Good;

    /// <summary>People who have entered <see cref="Site"/>; more than <see cref="People"/> after gates that were alone let the same people in twice.</summary>
    public int Admitted { get; private set; }

    /// <summary>Last business date with a use at <see cref="Site"/>, which <see cref="InsideNow"/> and <see cref="OutNow"/> are for.</summary>
    public DateOnly? UseDay { get; private set; }

    /// <summary>People inside at <see cref="Site"/>, of those who entered on <see cref="UseDay"/>.</summary>
    public int InsideNow { get; private set; }

    /// <summary>People who went out of <see cref="Site"/> on <see cref="UseDay"/> and may come in again on it.</summary>
    public int OutNow { get; private set; }

    public DateTime? LastUsedAt { get; private set; }

    public string? LastUsedGate { get; private set; }

    /// <summary>How far it is used at further sites: everybody may enter each of them.</summary>
    public List<TicketVisit> Elsewhere { get; init; } = [];

    public DateTime ChangedAt { get; private set; }

    public long Version { get; private set; }

    public int Remaining => RemainingAt(Site);

    /// <summary>People who have entered no site at all: nobody noted who went where, so the fullest site counts.</summary>
    public int Outside => Math.Max(0, Holds - Inside);

    /// <summary>Most people that any site has let in.</summary>
    public int Inside => Elsewhere.Select(visit => visit.Admitted).Append(Admitted).Max();

    private int Holds => Standing == TicketStanding.Good ? People : 0;

    public static Ticket Of(TicketCode code, Site site, IReadOnlyList<Site> also, DateTime now) => new()
    {
        Id = code.Payload.Ticket,
        Site = site.Code,
        Also = also.Count == 0 ? null : string.Join(' ', also.Select(one => one.Code)),
        Code = code.ToString(),
        People = code.Payload.People,
        FirstDay = code.Payload.FirstDay,
        LastDay = code.Payload.LastDay,
        ChangedAt = now,
    };

    /// <summary>As its code tells, used by nobody: a write that runs again must not find what it changed before.</summary>
    public Ticket AsShown() => new()
    {
        Id = Id,
        Site = Site,
        Also = Also,
        Code = Code,
        People = People,
        FirstDay = FirstDay,
        LastDay = LastDay,
        ChangedAt = ChangedAt,
    };

    public void Belongs(Guid sale) => Sale = Sale is null || Sale == sale ? sale : throw new InvalidOperationException($"Ticket {Id} belongs to sale {Sale}, not to {sale}.");

    public bool AdmitsTo(string site) => Site == site || (Also?.Split(' ').Contains(site) ?? false);

    /// <summary>A gate that was alone may have let its people in where it does not admit to.</summary>
    public bool MayBeUsedElsewhere(string site) => Also is not null || Site != site;

    public int RemainingAt(string site) => Math.Max(0, Holds - UseAt(site).Admitted);

    /// <summary>People whom a gate may let in on <paramref name="day"/>: those who have not entered, and those who went out that day.</summary>
    public int MayEnter(string site, DateOnly day) => Math.Max(0, Holds - UseAt(site).Admitted + UseAt(site).People.On(day).Out);

    public TicketUse UseAt(string site) => site == Site
        ? new TicketUse(new SiteUseView(Admitted, UseDay ?? SiteUseView.None.Day, InsideNow, OutNow), LastUsedAt, LastUsedGate)
        : Elsewhere.FirstOrDefault(visit => visit.Site == site)?.Use ?? TicketUse.None;

    /// <summary>Lets people in or out, as a fact: whether the ticket holds them is the caller's question.</summary>
    /// <returns>Whether it holds all who have entered; and how many of these people come in again, or may.</returns>
    public (bool Holds, int Again) Move(int people, ScanDirection direction, string site, string gate, DateTime usedAt, DateTime now)
    {
        var (after, again) = UseAt(site).People.Move(people, direction, BusinessDate.Of(usedAt));
        Carry(UseAt(site).After(after, gate, usedAt), site, now);
        return (after.Admitted <= Holds, again);
    }

    /// <summary>The people of a scan never went; false when they have gone on meanwhile, and nothing changes.</summary>
    public bool TakeBack(Scan scan, string site, DateTime now)
    {
        if (UseAt(site).Without(scan) is not { } before)
            return false;
        Carry(before, site, now);
        return true;
    }

    public void Stand(TicketStanding standing, DateTime now) => (Standing, ChangedAt) = (standing, now);

    public void Move(DateOnly firstDay, DateOnly lastDay, DateTime now) => (FirstDay, LastDay, ChangedAt) = (firstDay, lastDay, now);

    /// <summary>It is used so far, at this site.</summary>
    public void Carry(TicketUse use, string site, DateTime now)
    {
        ChangedAt = now;
        if (site == Site)
        {
            (Admitted, UseDay, InsideNow, OutNow, LastUsedAt, LastUsedGate) = (use.Admitted, use.Day, use.People.Inside, use.People.Out, use.LastAt, use.LastGate);
            return;
        }

        var visit = Elsewhere.FirstOrDefault(one => one.Site == site);
        if (visit is null)
            Elsewhere.Add(visit = new TicketVisit { Site = site });
        visit.Use = use;
    }

    internal sealed class Mapping : IEntityTypeConfiguration<Ticket>
    {
        public void Configure(EntityTypeBuilder<Ticket> ticket)
        {
            ticket.ToTable("pos_ticket", table => table.HasCheckConstraint("CK_pos_ticket_admitted", "\"Admitted\" >= 0"));
            ticket.HasKey(row => row.Seq);
            ticket.HasIndex(row => row.Id).IsUnique();
            ticket.HasIndex(row => row.Sale);
            // Gates ask by day and time of change. An index on the time would have to be written at every scan.
            ticket.HasIndex(row => row.LastDay);
            ticket.Ignore(row => row.Outside);
            ticket.Ignore(row => row.Inside);
            ticket.Property(row => row.Code).HasMaxLength(1000);
            ticket.HasMany(row => row.Elsewhere).WithOne().HasForeignKey("TicketSeq").IsRequired();
        }
    }
}
