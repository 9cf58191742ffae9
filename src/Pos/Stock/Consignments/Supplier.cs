using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tourism.Kernel;
using Tourism.Kernel.Server.Persistence;
using Tourism.Pos.Shared.Catalogue;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Stock.Consignments;

/// <summary>Somebody whose goods a shop sells on consignment.</summary>
internal sealed class Supplier : IVersioned
{
    public const int MaxNote = 200;

    public long Seq { get; private set; }

    public required string Site { get; init; }

    public required string Code { get; init; }

    public required LocalText Name { get; set; }

    public string? RegistrationNumber { get; set; }

    public string? PayoutNote { get; set; }

    public long Version { get; private set; }

    private bool NumberDoubtful => RegistrationNumber is { } number && Shared.Catalogue.RegistrationNumber.Check(number) == RegistrationNumberCheck.WrongCheckDigit;

    public bool Says(SupplierRequest request) => (Name, RegistrationNumber, PayoutNote) == (request.Name, request.RegistrationNumber, request.PayoutNote);

    public void Take(SupplierRequest request) => (Name, RegistrationNumber, PayoutNote) = (request.Name, request.RegistrationNumber, request.PayoutNote);

    public SupplierView View(IEnumerable<Consignment> terms) =>
        new(Code, Name, RegistrationNumber, NumberDoubtful, PayoutNote, Version, [.. terms.OrderByDescending(row => row.Seq).Select(row => row.View)]);

    internal sealed class Mapping : IEntityTypeConfiguration<Supplier>
    {
        public void Configure(EntityTypeBuilder<Supplier> supplier)
        {
            supplier.ToTable("pos_supplier");
            supplier.HasKey(row => row.Seq);
            supplier.HasIndex(row => new { row.Site, row.Code }).IsUnique();
            supplier.Property(row => row.RegistrationNumber).HasMaxLength(14);
            supplier.ComplexProperty(row => row.Name);
        }
    }
}
