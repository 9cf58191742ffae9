using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tourism.Kernel;
using Tourism.Kernel.Server.Persistence;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Catalogue;

/// <summary>Whose name and registration number stand on a receipt: one per business, and for a city one per account.</summary>
internal sealed class Issuer : IVersioned
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

    /// <summary>Its registration number need not obey the check digit.</summary>
    public bool SoleTrader { get; init; }

    public string? Address { get; init; }

    public string? Phone { get; init; }

    /// <summary>What it says from later days on. Receipts of earlier days are printed as they were.</summary>
    public List<IssuerChange> Changes { get; init; } = [];

    public long Version { get; private set; }

    /// <summary>What its receipts say on <paramref name="day"/>.</summary>
    public IssuerTerms On(DateOnly day) => Changes.Where(change => change.From <= day).MaxBy(change => change.From)?.Read() ?? First;

    public IssuerTerms First => new(new IssuerView(Name, RegistrationNumber, Rounding, PricesIncludeTax, PublicBody, Address, Phone), SoleTrader);

    public static Issuer Of(string code, IssuerTerms terms) => new()
    {
        Code = code,
        Name = terms.View.Name,
        RegistrationNumber = terms.View.RegistrationNumber,
        Rounding = terms.View.Rounding,
        PricesIncludeTax = terms.View.PricesIncludeTax,
        PublicBody = terms.View.PublicBody,
        SoleTrader = terms.SoleTrader,
        Address = terms.View.Address,
        Phone = terms.View.Phone,
    };

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
            issuer.HasMany(row => row.Changes).WithOne().HasForeignKey("IssuerSeq").IsRequired();
            issuer.Ignore(row => row.First);
        }
    }
}

/// <param name="View">What tills print.</param>
/// <param name="SoleTrader">Its registration number need not obey the check digit.</param>
internal sealed record IssuerTerms(IssuerView View, bool SoleTrader);
