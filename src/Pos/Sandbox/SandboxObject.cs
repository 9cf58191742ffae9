using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tourism.Kernel.Server.Persistence;

namespace Tourism.Pos.Sandbox;

/// <summary>A session, an intent, a charge or whatever else the API speaks of, as it is told on the wire.</summary>
internal sealed class SandboxObject : IVersioned
{
    public const string Session = "checkout.session";
    public const string Intent = "payment_intent";
    public const string Charge = "charge";
    public const string Location = "terminal.location";
    public const string Reader = "terminal.reader";
    public const string Refund = "refund";
    public const string Account = "account";
    public const string Link = "account_link";

    public long Seq { get; private set; }

    public required string Id { get; init; }

    public required string Kind { get; init; }

    /// <summary>The intent of a session (once somebody tried to pay), of a charge or refund; the account of a link; the place of a reader.</summary>
    public string? Related { get; set; }

    public required DateTime CreatedAt { get; init; }

    /// <summary>When an open session ends by itself.</summary>
    public DateTime? ExpiresAt { get; init; }

    public required string Body { get; set; }

    /// <summary>What the merchant asked for that the object itself does not show: the intent to come, where a form leads back to, a reader's mood.</summary>
    public string? Hidden { get; set; }

    public long Version { get; private set; }

    public JsonObject Read() => JsonNode.Parse(Body)!.AsObject();

    public void Write(JsonObject json) => Body = json.ToJsonString();

    internal sealed class Mapping : IEntityTypeConfiguration<SandboxObject>
    {
        public void Configure(EntityTypeBuilder<SandboxObject> stored)
        {
            stored.ToTable("pos_sandbox_object");
            stored.HasKey(row => row.Seq);
            stored.HasIndex(row => row.Id).IsUnique();
            stored.HasIndex(row => new { row.Kind, row.CreatedAt });
            stored.HasIndex(row => row.Related);
            stored.Property(row => row.Body).HasMaxLength(-1);
            stored.Property(row => row.Hidden).HasMaxLength(-1);
        }
    }
}
