using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tourism.Kernel;
using Tourism.Kernel.Server.Persistence;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Reviews;

/// <summary>Something that was recorded as it happened and that a supervisor must look at. One for each kind and subject.</summary>
internal sealed class Review : IVersioned
{
    public const int MaxDetail = 1_000;
    public const int MaxNote = 500;

    public long Seq { get; private set; }

    public required Guid Id { get; init; }

    public required ReviewKind Kind { get; init; }

    /// <summary>What it is about, so that it is raised once: the id of a sale, a refund or a ticket.</summary>
    public required string Subject { get; init; }

    public required string Site { get; init; }

    public Guid? Sale { get; init; }

    public string? Till { get; init; }

    public required DateTime RaisedAt { get; init; }

    public Yen? TillFigure { get; init; }

    public Yen? ServerFigure { get; init; }

    public required string DetailJa { get; init; }

    public required string DetailEn { get; init; }

    public DateTime? ResolvedAt { get; private set; }

    public string? ResolvedBy { get; private set; }

    public string? Note { get; private set; }

    public long Version { get; private set; }

    public ReviewView View => new(
        Id, Kind, Sale, Till, RaisedAt, TillFigure, ServerFigure, new LocalText(DetailJa, DetailEn), ResolvedAt, ResolvedBy, Note);

    public static Review Of(Doubt doubt, string subject, string site, Guid? sale, string? till, DateTime now) => new()
    {
        Id = Guid.CreateVersion7(now),
        Kind = doubt.Kind,
        Subject = subject,
        Site = site,
        Sale = sale,
        Till = till,
        RaisedAt = now,
        TillFigure = doubt.Till,
        ServerFigure = doubt.Server,
        DetailJa = Cut(doubt.Ja),
        DetailEn = Cut(doubt.En),
    };

    public void Resolve(string by, string note, DateTime now) => (ResolvedBy, Note, ResolvedAt) = (by, note, now);

    private static string Cut(string text) => text.Length <= MaxDetail ? text : text[..MaxDetail];

    internal sealed class Mapping : IEntityTypeConfiguration<Review>
    {
        public void Configure(EntityTypeBuilder<Review> review)
        {
            review.ToTable("pos_review");
            review.HasKey(row => row.Seq);
            review.HasIndex(row => row.Id).IsUnique();
            review.HasIndex(row => new { row.Kind, row.Subject }).IsUnique();
            review.HasIndex(row => row.Sale);
            review.HasIndex(row => row.ResolvedAt);
            review.Ignore(row => row.View);
            review.Property(row => row.DetailJa).HasMaxLength(MaxDetail);
            review.Property(row => row.DetailEn).HasMaxLength(MaxDetail);
            review.Property(row => row.Note).HasMaxLength(MaxNote);
        }
    }
}

/// <summary>A reason to look at something, before it is known where it will be filed.</summary>
/// <param name="Kind">What is odd.</param>
/// <param name="Ja">In Japanese.</param>
/// <param name="En">In English.</param>
/// <param name="Till">The till's figure.</param>
/// <param name="Server">The server's figure.</param>
internal sealed record Doubt(ReviewKind Kind, string Ja, string En, Yen? Till = null, Yen? Server = null);

internal static class RaiseReview
{
    /// <summary>Files <paramref name="review"/> unless one of its kind is already there for its subject.</summary>
    public static async Task RaiseAsync(this DbContext db, Review review, CancellationToken ct)
    {
        var known = db.Set<Review>().Local.Any(row => row.Kind == review.Kind && row.Subject == review.Subject)
            || await db.Set<Review>().AnyAsync(row => row.Kind == review.Kind && row.Subject == review.Subject, ct);
        if (!known)
            db.Add(review);
    }

    /// <summary>Files <paramref name="review"/> unless one of its kind that nobody has settled is there for a subject that begins like this.</summary>
    public static async Task RaiseUnlessOpenAsync(this DbContext db, Review review, string beginning, CancellationToken ct)
    {
        var open = db.Set<Review>().Local.Any(row => row.Kind == review.Kind && row.ResolvedAt is null && row.Subject.StartsWith(beginning, StringComparison.Ordinal))
            || await db.Set<Review>().AnyAsync(row => row.Kind == review.Kind && row.ResolvedAt == null && row.Subject.StartsWith(beginning), ct);
        if (!open)
            await db.RaiseAsync(review, ct);
    }
}
