using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tourism.Kernel.Server.Persistence;

namespace Tourism.Pos.Sandbox;

/// <summary>A session, an intent, a charge or whatever else the API speaks of, as it is told on the wire.</summary>
internal sealed class SandboxObject : IVersioned, ISandboxRow
{
    public const string Session = "checkout.session";
    public const string Intent = "payment_intent";
    public const string Charge = "charge";
    public const string Location = "terminal.location";
    public const string Reader = "terminal.reader";
    public const string Refund = "refund";
    public const string Account = "account";
    public const string Link = "account_link";
    public const string Movement = "balance_transaction";
    public const string Transfer = "transfer";
    public const string Reversal = "transfer_reversal";
    public const string Payout = "payout";
    public const string Endpoint = "webhook_endpoint";

    public long Seq { get; private set; }

    public required string Id { get; init; }

    public required string Kind { get; init; }

    /// <summary>The intent of a session (once somebody tried to pay), of a charge or refund; the account of a link; the place of a reader; what a balance transaction is about; the charge of a transfer.</summary>
    public string? Related { get; set; }

    /// <summary>What it is summed up with: the payout of a balance transaction, the charge of a refund, the transfer group of a charge or transfer.</summary>
    public string? Group { get; set; }

    /// <summary>What lists are narrowed by besides: type, status or destination.</summary>
    public string? Sort { get; set; }

    /// <summary>Of a balance transaction: what it adds to the account, in yen, after fees.</summary>
    public long? Net { get; init; }

    public required DateTime CreatedAt { get; init; }

    /// <summary>When something happens by itself: an open session ends, a refund or payout arrives.</summary>
    public DateTime? ExpiresAt { get; set; }

    public required string Body { get; set; }

    /// <summary>What the merchant asked for that the object itself does not show: the intent to come, where a form leads back to, a reader's mood.</summary>
    public string? Hidden { get; set; }

    public long Version { get; private set; }

    public JsonObject Read() => JsonNode.Parse(Body)!.AsObject();

    public void Write(JsonObject json) => Body = json.ToJsonString();

    public string Text(string name) => (string)Read()[name]!;

    internal sealed class Mapping : IEntityTypeConfiguration<SandboxObject>
    {
        public void Configure(EntityTypeBuilder<SandboxObject> stored)
        {
            stored.ToTable("pos_sandbox_object");
            stored.HasKey(row => row.Seq);
            stored.HasIndex(row => row.Id).IsUnique();
            stored.HasIndex(row => new { row.Kind, row.CreatedAt });
            stored.HasIndex(row => row.Related);
            stored.HasIndex(row => new { row.Kind, row.Group });
            stored.HasIndex(row => new { row.Kind, row.ExpiresAt });
            stored.Property(row => row.Body).HasMaxLength(-1);
            stored.Property(row => row.Hidden).HasMaxLength(-1);
        }
    }
}
