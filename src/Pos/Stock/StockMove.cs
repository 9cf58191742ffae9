using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Stock;

/// <summary>Something that happened to goods. Never changed: a wrong one is undone by another that names it.</summary>
internal sealed class StockMove
{
    public const int MaxNote = 200;

    public long Seq { get; private set; }

    public required Guid Id { get; init; }

    public required string RequestHash { get; init; }

    public required string Site { get; init; }

    public required string Product { get; init; }

    public required StockKind Kind { get; init; }

    /// <summary>Pieces, or grams of weighed goods; never negative.</summary>
    public required int Quantity { get; init; }

    /// <summary>Never later than <see cref="RecordedAt"/>: a device whose clock is fast must not outlast every later count.</summary>
    public required DateTime OccurredAt { get; init; }

    public required DateTime RecordedAt { get; init; }

    public required string By { get; init; }

    public string? Note { get; init; }

    /// <summary>The other end of a move between sites.</summary>
    public Guid? Pair { get; init; }

    public string? OtherSite { get; init; }

    /// <summary>The entry that counts no more, for <see cref="StockKind.Undone"/>.</summary>
    public Guid? Undoes { get; init; }

    public StockMoveView View(StockMove? undo) =>
        new(Id, Product, Kind, Quantity, OccurredAt, RecordedAt, By, Note, OtherSite, undo?.By, undo?.RecordedAt);

    internal sealed class Mapping : IEntityTypeConfiguration<StockMove>
    {
        public void Configure(EntityTypeBuilder<StockMove> move)
        {
            move.ToTable("pos_stock_move");
            move.HasKey(row => row.Seq);
            move.HasIndex(row => row.Id).IsUnique();
            move.HasIndex(row => row.Undoes).IsUnique();
            move.HasIndex(row => new { row.Site, row.Product, row.OccurredAt });
            move.Property(row => row.RequestHash).HasMaxLength(64).IsFixedLength();
        }
    }
}
