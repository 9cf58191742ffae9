using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tourism.Kernel;

namespace Tourism.Pos.Catalogue;

/// <summary>A price list for admissions, kept as the document that was adopted.</summary>
internal sealed class Tariff
{
    public long Seq { get; private set; }

    public required string Code { get; init; }

    public required DateOnly From { get; init; }

    public DateOnly? To { get; set; }

    /// <summary>JSON of a <see cref="TariffFile"/>.</summary>
    public required string Document { get; set; }

    /// <summary>Another follows it, or no longer does.</summary>
    public void EndOn(DateOnly? day) => (To, Document) = (day, JsonSerializer.Serialize(Read() with { To = day }, Json.Options));

    public TariffFile Read() => JsonSerializer.Deserialize<TariffFile>(Document, Json.Options)!;

    internal sealed class Mapping : IEntityTypeConfiguration<Tariff>
    {
        public void Configure(EntityTypeBuilder<Tariff> tariff)
        {
            tariff.ToTable("pos_tariff");
            tariff.HasKey(row => row.Seq);
            tariff.Property<long>("SiteSeq");
            tariff.HasIndex("SiteSeq", nameof(Code)).IsUnique();
            tariff.Property(row => row.Document).HasMaxLength(-1);
        }
    }
}
