using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tourism.Kernel;
using Tourism.Kernel.Server.Persistence;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Payments;

/// <summary>Money asked of a visitor for one tender. What the provider was asked stands in its attempts.</summary>
internal sealed partial class Payment : IVersioned
{
    public long Seq { get; private set; }

    /// <summary>The tender's id.</summary>
    public required Guid Id { get; init; }

    public required Guid Sale { get; init; }

    public required Yen Amount { get; init; }

    public PaymentMethod Method { get; init; }

    /// <summary>The shop's account at the provider that the money goes on to at once; <c>null</c> when it stays with the city.</summary>
    public string? Destination { get; set; }

    public required string Language { get; init; }

    public required string RequestHash { get; init; }

    /// <summary>Opens the visitor's page; 26 characters of base32 that nobody can guess.</summary>
    public required string PageToken { get; init; }

    public required DateTime CreatedAt { get; init; }

    public PaymentState State { get; private set; } = PaymentState.Submitting;

    /// <summary>Why staff must look; only with <see cref="PaymentState.NeedsReview"/>.</summary>
    public PaymentDoubt? Review { get; private set; }

    /// <summary>Another intent of the provider that was paid for this payment as well.</summary>
    public string? Stray { get; private set; }

    /// <summary>What a person decided about late or doubtful money.</summary>
    public CaseDecision? Decision { get; private set; }

    public string? DecidedBy { get; private set; }

    public DateTime? DecidedAt { get; private set; }

    public string? DecisionNote { get; private set; }

    public DateTime? EndedAt { get; private set; }

    /// <summary>When to ask the provider next; <c>null</c> when there is nothing left to ask.</summary>
    public DateTime? NextTryAt { get; private set; }

    /// <summary>Until then one host is talking to the provider about this payment and the others leave it alone.</summary>
    public DateTime LeasedUntil { get; private set; }

    /// <summary>Questions in a row that brought no usable answer.</summary>
    public int Tries { get; private set; }

    /// <summary>The provider's id of the card reader that is to ask for the card.</summary>
    public string? Reader { get; private set; }

    /// <summary>The reader that was last told to.</summary>
    public string? ReaderTold { get; private set; }

    /// <summary>How often staff had a card asked for.</summary>
    public int Presents { get; private set; }

    /// <summary>The last of these that a reader was told.</summary>
    public int Presented { get; private set; }

    /// <summary>The till's name for the last of these, so that asking again after a lost answer is no other one.</summary>
    public Guid? PresentName { get; private set; }

    public DateTime? PresentedAt { get; private set; }

    /// <summary>Why the reader is not asking for a card.</summary>
    public PaymentFault? Fault { get; private set; }

    public long Version { get; private set; }

    public List<PaymentAttempt> Attempts { get; init; } = [];

    public bool IsOver => State is PaymentState.Succeeded or PaymentState.Failed or PaymentState.Cancelled;

    public PaymentAttempt Attempt => Attempts.MaxBy(attempt => attempt.Number)!;

    public bool IsToBePresented => Presents > Presented;

    public PaymentView View => new(Id, Sale, Amount, State, State is PaymentState.AwaitingCustomer ? Attempt.Url : null)
    {
        Fault = State is PaymentState.AwaitingCustomer or PaymentState.Cancelled ? Fault : null,
    };

    internal sealed class Mapping : IEntityTypeConfiguration<Payment>
    {
        public void Configure(EntityTypeBuilder<Payment> payment)
        {
            payment.ToTable("pos_payment");
            payment.HasKey(row => row.Seq);
            payment.HasIndex(row => row.Id).IsUnique();
            payment.HasIndex(row => row.PageToken).IsUnique();
            payment.HasIndex(row => row.NextTryAt);
            payment.HasIndex(row => row.CreatedAt);
            payment.HasIndex(row => new { row.State, row.DecidedAt });
            payment.Property(row => row.DecisionNote).HasMaxLength(Cases.DecideCase.MaxNote);
            payment.Property(row => row.RequestHash).HasMaxLength(64).IsFixedLength();
            payment.Ignore(row => row.Attempt);
            payment.Ignore(row => row.View);
            // Payments of older databases are pages.
            payment.Property(row => row.Method).HasDefaultValue(PaymentMethod.Page);
            payment.HasMany(row => row.Attempts).WithOne().HasForeignKey("PaymentSeq").IsRequired();
        }
    }
}

/// <summary>Who asks the visitor for the money.</summary>
internal enum PaymentMethod
{
    /// <summary>A page of the provider, opened by QR code.</summary>
    Page,

    /// <summary>A card reader.</summary>
    Reader,
}
