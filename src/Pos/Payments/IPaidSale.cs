using Tourism.Kernel;
using Tourism.Pos.Persistence;

namespace Tourism.Pos.Payments;

/// <summary>The sale behind a payment, as far as a payment needs to know it.</summary>
internal interface IPaidSale
{
    /// <summary>The tender <paramref name="tender"/> of <paramref name="sale"/> that the provider is to collect; <c>null</c> when there is none.</summary>
    Task<PayableTender?> FindAsync(PosDbContext db, Guid sale, Guid tender, CancellationToken ct);

    /// <summary>The money is certain. Runs in the payment's transaction; false when the sale no longer waits for it.</summary>
    Task<bool> OnPaidAsync(PosDbContext db, Payment payment, DateTime now, CancellationToken ct);

    /// <summary>The money will certainly not come. Runs in the payment's transaction.</summary>
    Task OnDeadAsync(PosDbContext db, Payment payment, DateTime now, CancellationToken ct);
}

/// <summary>A tender that a visitor is to pay.</summary>
/// <param name="Amount">How much.</param>
/// <param name="Waits">False once the sale has ended.</param>
/// <param name="Merchant">Whose name the visitor reads on the payment page.</param>
/// <param name="ReceiptNumber">As printed.</param>
/// <param name="ReceiptUrl">The visitor's receipt page.</param>
internal sealed record PayableTender(Yen Amount, bool Waits, LocalText Merchant, string ReceiptNumber, string ReceiptUrl)
{
    /// <summary>Who asks for the money.</summary>
    public PaymentMethod Method { get; init; }

    /// <summary>What shop and visitor both see of a payment by a sticker; <c>null</c> for any other.</summary>
    public PaidBySticker? Sticker { get; init; }

    /// <summary>Account at the provider that the money is for; <c>null</c> when the city takes it, or pays it out itself.</summary>
    public string? Account { get; init; }

    /// <summary>Site code.</summary>
    public string Site { get; init; } = "";
}

/// <summary>What shop and visitor both see of a payment by a sticker.</summary>
/// <param name="Shop">The shop's name.</param>
/// <param name="Number">Three digits.</param>
/// <param name="PaidAt">When the money was certain, UTC; <c>null</c> before.</param>
/// <param name="Refunded">Some or all of it was given back.</param>
public sealed record PaidBySticker(LocalText Shop, string Number, DateTime? PaidAt, bool Refunded);
