using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tourism.Kernel;

namespace Tourism.Pos.Catalogue;

/// <summary>A price and the days it holds for.</summary>
internal sealed class Price
{
    public long Seq { get; private set; }

    public required DateOnly From { get; init; }

    public DateOnly? To { get; set; }

    public required Yen Amount { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<Price>
    {
        public void Configure(EntityTypeBuilder<Price> price)
        {
            price.ToTable("pos_price");
            price.HasKey(row => row.Seq);
            price.Property<long>("ProductSeq");
            price.HasIndex("ProductSeq", nameof(From)).IsUnique();
        }
    }
}
