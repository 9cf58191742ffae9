using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tourism.Kernel;
using Tourism.Kernel.Server.Persistence;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Catalogue.Tenders;

/// <summary>A means of payment outside this system, kept as the document that the office wrote.</summary>
internal sealed class ExternalTender : IVersioned
{
    private ExternalTenderRequest? _says;

    public long Seq { get; private set; }

    public required string Code { get; init; }

    /// <summary>JSON of an <see cref="ExternalTenderRequest"/> without its version.</summary>
    public string Document { get; private set; } = "";

    /// <summary>Not offered any more since then. What was taken before it arrives without a doubt.</summary>
    public DateTime? RetiredAt { get; private set; }

    public long Version { get; private set; }

    public ExternalTenderRequest Says() => _says ??= JsonSerializer.Deserialize<ExternalTenderRequest>(Document, Json.Options)!;

    public ExternalTenderSite? At(string site) => Says().Sites.FirstOrDefault(one => one.Site == site);

    /// <summary>Whether a site took it at that time.</summary>
    public bool IsTaken(string site, DateTime at) => At(site) is not null && (RetiredAt is null || at < RetiredAt);

    public void Take(ExternalTenderRequest says, DateTime now)
    {
        _says = says with { Version = null };
        Document = JsonSerializer.Serialize(_says, Json.Options);
        RetiredAt = says.Retired ? RetiredAt ?? now : null;
    }

    public KeptExternalTenderView View() => new(Code, Says() with { Version = Version });

    /// <summary>What the tills of a site are told.</summary>
    public ExternalTenderView ViewAt(ExternalTenderSite site) => new(Code, Says().Terms) { AsksSlip = Says().AsksSlip, Jpqr = site.Jpqr };

    internal sealed class Mapping : IEntityTypeConfiguration<ExternalTender>
    {
        public void Configure(EntityTypeBuilder<ExternalTender> tender)
        {
            tender.ToTable("pos_external_tender");
            tender.HasKey(row => row.Seq);
            tender.HasIndex(row => row.Code).IsUnique();
            tender.Property(row => row.Code).HasMaxLength(CheckNames.MaxCode);
            tender.Property(row => row.Document).HasMaxLength(-1);
        }
    }
}
