using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tourism.Kernel;

namespace Tourism.Pos.Catalogue;

/// <summary>Whether a place sells or admits.</summary>
internal enum PlaceKind
{
    Till,
    Gate,
}

/// <summary>A till or a gate of a site.</summary>
internal sealed class Place
{
    public long Seq { get; private set; }

    public required PlaceKind Kind { get; init; }

    public required string Code { get; init; }

    public required LocalText Name { get; set; }

    /// <summary>Not offered any more since then. Its row stays: what it sold or admitted, and what still waits on it, names it.</summary>
    public DateTime? RetiredAt { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<Place>
    {
        public void Configure(EntityTypeBuilder<Place> place)
        {
            place.ToTable("pos_place");
            place.HasKey(row => row.Seq);
            place.HasIndex(row => new { row.Kind, row.Code }).IsUnique();
            place.ComplexProperty(row => row.Name);
        }
    }
}
