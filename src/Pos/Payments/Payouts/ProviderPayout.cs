using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tourism.Kernel;
using Tourism.Kernel.Server.Persistence;

namespace Tourism.Pos.Payments.Payouts;

/// <summary>Money that the provider sent to the city's bank. Once read, only its status changes: a bank may send it back days later.</summary>
internal sealed class ProviderPayout : IVersioned
{
    public long Seq { get; private set; }

    /// <summary>The provider's id.</summary>
    public required string Id { get; init; }

    public required Yen Amount { get; init; }

    /// <summary>When it was made, by the provider's clock.</summary>
    public required DateTime CreatedAt { get; init; }

    /// <summary>When it is, or was, to be in the bank.</summary>
    public required DateOnly Arrives { get; init; }

    /// <summary>The provider's word: pending, in_transit, paid, failed or canceled.</summary>
    public required string Status { get; set; }

    /// <summary>Why the bank did not take it, in the provider's words.</summary>
    public string? Trouble { get; set; }

    /// <summary>When all of its lines had been read; <c>null</c> while the provider does not name them.</summary>
    public DateTime? ReadAt { get; private set; }

    /// <summary>Sum of its lines, after fees.</summary>
    public Yen Net { get; private set; }

    public Yen Fees { get; private set; }

    public int Lines { get; private set; }

    public long Version { get; private set; }

    public bool AddsUp => Net == Amount;

    public void Complete(Yen net, Yen fees, int lines, DateTime now)
    {
        if (ReadAt is null)
            (Net, Fees, Lines, ReadAt) = (net, fees, lines, now);
    }

    internal sealed class Mapping : IEntityTypeConfiguration<ProviderPayout>
    {
        public void Configure(EntityTypeBuilder<ProviderPayout> payout)
        {
            payout.ToTable("pos_payout");
            payout.HasKey(row => row.Seq);
            payout.HasIndex(row => row.Id).IsUnique();
            payout.HasIndex(row => row.CreatedAt);
            payout.Property(row => row.Trouble).HasMaxLength(500);
            payout.Ignore(row => row.AddsUp);
        }
    }
}

/// <summary>One movement of a payout, down to the sale it comes from. Written once.</summary>
internal sealed class PayoutLine
{
    public long Seq { get; private set; }

    public required string Payout { get; init; }

    /// <summary>The provider's id of the movement; it stands in one payout only.</summary>
    public required string Movement { get; init; }

    /// <summary>The provider's word: charge, payment, refund, transfer …</summary>
    public required string Type { get; init; }

    /// <summary>Before fees; negative when it leaves.</summary>
    public required Yen Amount { get; init; }

    public required Yen Fee { get; init; }

    public required Yen Net { get; init; }

    public required DateTime CreatedAt { get; init; }

    /// <summary>The provider's id of what moved the money.</summary>
    public string? Source { get; init; }

    public Guid? Payment { get; init; }

    /// <summary>The part of a refund.</summary>
    public Guid? Refund { get; init; }

    public Guid? Sale { get; init; }

    public string? Receipt { get; init; }

    public string? Site { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<PayoutLine>
    {
        public void Configure(EntityTypeBuilder<PayoutLine> line)
        {
            line.ToTable("pos_payout_line");
            line.HasKey(row => row.Seq);
            line.HasIndex(row => new { row.Payout, row.Movement }).IsUnique();
        }
    }
}
