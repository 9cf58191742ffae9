using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tourism.Kernel;

namespace Tourism.Pos.Payments.Counting;

/// <summary>Which way money went.</summary>
internal enum MoneyWay
{
    /// <summary>From a visitor.</summary>
    In,

    /// <summary>Back to a visitor.</summary>
    Back,
}

/// <summary>Money that the provider says it took or gave back, as last read there. A copy, so that both sides can be joined a page at a time.</summary>
internal sealed class ProviderMoney
{
    public long Seq { get; private set; }

    /// <summary>The provider's id of the intent or refund.</summary>
    public required string Id { get; init; }

    public required MoneyWay Way { get; init; }

    /// <summary>The payment or the part of a refund that its metadata names.</summary>
    public Guid? Part { get; init; }

    /// <summary>By the provider's clock.</summary>
    public required DateTime CreatedAt { get; init; }

    public required Yen Amount { get; set; }

    /// <summary>False once the money did not move after all: not paid, or a refund that came back.</summary>
    public required bool Stands { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<ProviderMoney>
    {
        public void Configure(EntityTypeBuilder<ProviderMoney> money)
        {
            money.ToTable("pos_provider_money");
            money.HasKey(row => row.Seq);
            money.HasIndex(row => row.Id).IsUnique();
            money.HasIndex(row => row.Part);
            money.HasIndex(row => new { row.Way, row.CreatedAt });
        }
    }
}
