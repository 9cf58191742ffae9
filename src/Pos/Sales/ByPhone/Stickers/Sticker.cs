using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tourism.Pos.Http;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Sales.ByPhone.Stickers;

/// <summary>A shop's printed code. The latest one of a site is good; it stays until another replaces it.</summary>
internal sealed class Sticker
{
    public long Seq { get; private set; }

    public required Guid Id { get; init; }

    public required string Site { get; init; }

    /// <summary>1, 2, 3 … per site, so that two people who replace it at once do not leave two good ones.</summary>
    public required int Edition { get; init; }

    /// <summary>Opens the visitor's page; 26 characters of base32 that nobody can guess.</summary>
    public required string Token { get; init; }

    public required DateTime MadeAt { get; init; }

    public string? By { get; init; }

    /// <summary>When another one took its place: lost, or pasted over by a stranger.</summary>
    public DateTime? RevokedAt { get; set; }

    public StickerView View(PublicAddress address) => new(Id, address.Sticker(Token), $"/s/{Token}/sheet", MadeAt, By);

    internal sealed class Mapping : IEntityTypeConfiguration<Sticker>
    {
        public void Configure(EntityTypeBuilder<Sticker> sticker)
        {
            sticker.ToTable("pos_sticker");
            sticker.HasKey(row => row.Seq);
            sticker.HasIndex(row => row.Id).IsUnique();
            sticker.HasIndex(row => row.Token).IsUnique();
            sticker.HasIndex(row => new { row.Site, row.Edition }).IsUnique();
            sticker.Property(row => row.Token).HasMaxLength(26).IsFixedLength();
        }
    }
}
