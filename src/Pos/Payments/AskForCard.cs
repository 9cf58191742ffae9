using Microsoft.EntityFrameworkCore;
using Tourism.Kernel;
using Tourism.Kernel.Server.Persistence;
using Tourism.Pos.Payments.Readers;
using Tourism.Pos.Persistence;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Payments;

/// <summary>Has a reader ask for a card once more, for the same money: after a decline, or on another reader when one is stuck.</summary>
internal sealed class AskForCard(Writer<PosDbContext> writer, IPaidSale sale, AdvancePayment advance, FindPayment find, TimeProvider clock)
{
    /// <param name="id">The payment.</param>
    /// <param name="name">The till's name for this try: the same again asks for no second one.</param>
    /// <param name="reader">The provider's id of the reader.</param>
    /// <param name="ct">Given up.</param>
    public async Task<Result<PaymentView>> HandleAsync(Guid id, Guid name, string reader, CancellationToken ct)
    {
        var presented = await writer.RunAsync(db => PresentAsync(db, id, name, reader, ct), ct);
        if (!presented.Ok)
            return presented.Failure;
        if (presented.Value)
            await advance.RunAsync(id, hint: null, CancellationToken.None);
        return await find.HandleAsync(id, ct);
    }

    private async Task<Result<bool>> PresentAsync(PosDbContext db, Guid id, Guid name, string reader, CancellationToken ct)
    {
        if (await db.Set<Payment>().Include(row => row.Attempts).SingleOrDefaultAsync(row => row.Id == id, ct) is not { } payment)
            return new NoPayment(id);
        if (payment.PresentName == name)
            return false;
        if (payment.Method != PaymentMethod.Reader || payment.State != PaymentState.AwaitingCustomer)
            return new NoCardToAskFor(payment.State);
        var tender = await sale.FindAsync(db, payment.Sale, id, ct);
        if (!await db.IsReaderAtAsync(reader, tender!.Site, ct))
            return new NoReader(reader);
        payment.Present(reader, name, clock.UtcMicros());
        return true;
    }
}

internal sealed record NoCardToAskFor(PaymentState State) : Failure(
    "no-card-to-ask-for", FailureKind.Conflict,
    $"この支払いは今、カードを待っていません({State})。支払いの状態を確かめてください。",
    $"This payment is not waiting for a card ({State}). Look at the payment's state.");
