using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tourism.Kernel;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Catalogue;

/// <summary>Whose name and registration number stand on a receipt: one per business, and for a city one per account.</summary>
internal sealed class Issuer
{
    public long Seq { get; private set; }

    public required string Code { get; init; }

    public required LocalText Name { get; init; }

    public string? RegistrationNumber { get; init; }

    public Rounding Rounding { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<Issuer>
    {
        public void Configure(EntityTypeBuilder<Issuer> issuer)
        {
            issuer.ToTable("pos_issuer");
            issuer.HasKey(row => row.Seq);
            issuer.HasIndex(row => row.Code).IsUnique();
            issuer.ComplexProperty(row => row.Name);
        }
    }
}
