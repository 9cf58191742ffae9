using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Tourism.Pos.Catalogue;

/// <summary>A consumption tax rate and the day it begins.</summary>
internal sealed class TaxRate
{
    public long Seq { get; private set; }

    public required string Class { get; init; }

    public required DateOnly From { get; init; }

    public required int Percent { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<TaxRate>
    {
        public void Configure(EntityTypeBuilder<TaxRate> rate)
        {
            rate.ToTable("pos_tax_rate");
            rate.HasKey(row => row.Seq);
            rate.HasIndex(row => new { row.Class, row.From }).IsUnique();
        }
    }
}
