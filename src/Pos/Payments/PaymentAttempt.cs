using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Tourism.Pos.Payments;

/// <summary>One request to the provider: committed word for word before it is sent, so that a repeat is the same request.</summary>
internal sealed class PaymentAttempt
{
    public const string Create = "create";

    public long Seq { get; private set; }

    public required int Number { get; init; }

    /// <summary>The payment's id while this attempt may still take money, else <c>null</c>. Unique: two live attempts could both be paid.</summary>
    public Guid? LivePayment { get; private set; }

    /// <summary><c>{payment}:{attempt}:{operation}</c>; the provider answers a repeat under it with its first answer.</summary>
    public required string Key { get; init; }

    /// <summary>The form-encoded request.</summary>
    public required string Body { get; init; }

    public required DateTime CreatedAt { get; init; }

    public string? SessionId { get; private set; }

    /// <summary>The intent that holds the money.</summary>
    public string? IntentId { get; private set; }

    /// <summary>The provider has told of an object of this attempt.</summary>
    public bool IsKnown => (SessionId ?? IntentId) is not null;

    /// <summary>The page the visitor pays on.</summary>
    public string? Url { get; private set; }

    public static PaymentAttempt Of(Guid payment, int number, string body, DateTime now) => new()
    {
        Number = number,
        LivePayment = payment,
        Key = string.Create(CultureInfo.InvariantCulture, $"{payment}:{number}:{Create}"),
        Body = body,
        CreatedAt = now,
    };

    public void Learn(ProviderFacts facts)
    {
        IntentId = facts.IntentId ?? IntentId;
        if (facts is SessionFacts session)
            (SessionId, Url) = (session.SessionId, session.Url ?? Url);
    }

    public void End() => LivePayment = null;

    internal sealed class Mapping : IEntityTypeConfiguration<PaymentAttempt>
    {
        public void Configure(EntityTypeBuilder<PaymentAttempt> attempt)
        {
            attempt.ToTable("pos_payment_attempt");
            attempt.HasKey(row => row.Seq);
            attempt.Property<long>("PaymentSeq");
            attempt.HasIndex("PaymentSeq", nameof(Number)).IsUnique();
            attempt.HasIndex(row => row.LivePayment).IsUnique();
            attempt.HasIndex(row => row.Key).IsUnique();
            attempt.HasIndex(row => row.SessionId).IsUnique();
            attempt.HasIndex(row => row.IntentId);
            attempt.Ignore(row => row.IsKnown);
            attempt.Property(row => row.Body).HasMaxLength(-1);
            attempt.Property(row => row.Url).HasMaxLength(2000);
        }
    }
}
