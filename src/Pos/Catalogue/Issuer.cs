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

    /// <summary>False for a business that prices without tax.</summary>
    public bool PricesIncludeTax { get; init; } = true;

    /// <summary>A city: its paper receipts carry no stamp duty.</summary>
    public bool PublicBody { get; init; }

    public string? Address { get; init; }

    public string? Phone { get; init; }

    public IssuerView ToView() => new(Name, RegistrationNumber, Rounding, PricesIncludeTax, PublicBody, Address, Phone);

    internal sealed class Mapping : IEntityTypeConfiguration<Issuer>
    {
        public void Configure(EntityTypeBuilder<Issuer> issuer)
        {
            issuer.ToTable("pos_issuer");
            issuer.HasKey(row => row.Seq);
            issuer.HasIndex(row => row.Code).IsUnique();
            issuer.ComplexProperty(row => row.Name);
            // Issuers of older databases price with tax.
            issuer.Property(row => row.PricesIncludeTax).HasDefaultValue(true);
        }
    }
}
