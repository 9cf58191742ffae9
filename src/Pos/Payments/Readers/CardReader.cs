using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tourism.Kernel.Server.Persistence;
using Tourism.Pos.Persistence;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Payments.Readers;

/// <summary>A card reader of the provider that stands at a site. What it can do is the provider's to know.</summary>
internal sealed class CardReader : IVersioned
{
    public const int MaxLabel = 40;

    public long Seq { get; private set; }

    /// <summary>The provider's id of it.</summary>
    public required string Id { get; init; }

    public required string Site { get; set; }

    public required string Label { get; set; }

    public DateTime? RetiredAt { get; set; }

    public long Version { get; private set; }

    public CardReaderView View => new(Id, Site, Label);

    internal sealed class Mapping : IEntityTypeConfiguration<CardReader>
    {
        public void Configure(EntityTypeBuilder<CardReader> reader)
        {
            reader.ToTable("pos_card_reader");
            reader.HasKey(row => row.Seq);
            reader.HasIndex(row => row.Id).IsUnique();
            reader.HasIndex(row => row.Site);
            reader.Ignore(row => row.View);
        }
    }
}

internal static class CardReaderReads
{
    public static Task<bool> IsReaderAtAsync(this PosDbContext db, string reader, string site, CancellationToken ct) =>
        db.Set<CardReader>().AnyAsync(row => row.Id == reader && row.Site == site && row.RetiredAt == null, ct);
}
