using Microsoft.EntityFrameworkCore;
using Tourism.Kernel;
using Tourism.Kernel.Server.Http;
using Tourism.Kernel.Server.Persistence;
using Tourism.Points.Contracts;
using Tourism.Points.Ledger;
using Tourism.Points.Persistence;

namespace Tourism.Points.Holds;

/// <summary>The one way out of a hold.</summary>
/// <param name="Hold">The hold.</param>
/// <param name="Owner">The sale it must belong to.</param>
/// <param name="State">Captured or released.</param>
/// <param name="OccurredAt">When the sale was decided, UTC.</param>
internal sealed record Resolution(Guid Hold, Guid Owner, HoldState State, DateTime OccurredAt);

/// <summary>Ends a hold once, whoever asks first: the sale's message, the timer or the staff.</summary>
internal sealed class ResolveHold(Writer<PointsDbContext> writer, TimeProvider clock)
{
    /// <param name="cause">Id of the message, or one made for this call: the operation is filed under it.</param>
    /// <param name="resolution">What is to happen.</param>
    /// <param name="ct">Ends with the host.</param>
    public Task<Result<HoldView>> HandleAsync(Guid cause, Resolution resolution, CancellationToken ct) => writer.RunAsync<HoldView>(async db =>
    {
        if (await db.Holds.AsNoTracking().SingleOrDefaultAsync(row => row.Id == resolution.Hold, ct) is not { } found)
            return new UnknownHold(resolution.Hold);
        var wallet = await db.LockWalletAsync(found.Member, ct);
        var hold = await db.Holds.Include(row => row.Lots).ThenInclude(pin => pin.Lot).SingleAsync(row => row.Id == resolution.Hold, ct);
        if (hold.Owner != resolution.Owner)
            return new HoldOfAnotherSale(hold.Id);
        if (hold.State != resolution.State && hold.State != HoldState.Held)
            return new HoldResolvedOtherwise(hold.Id, hold.State);
        if (hold.State == HoldState.Held)
            Resolve(db, new Books(hold, wallet, Name(cause, resolution)), resolution);
        return hold.View(await AvailableAsync(db, hold, ct));
    }, ct);

    private static OperationName Name(Guid cause, Resolution resolution) => new(
        cause, resolution.State == HoldState.Captured ? OperationKind.Capture : OperationKind.Release, RequestHash.Of(resolution));

    private void Resolve(PointsDbContext db, Books books, Resolution resolution)
    {
        var operation = Operation.Of(books.Name, clock.UtcMicros());
        books.Hold.Resolve(resolution.State, operation.RecordedAt);
        var credit = resolution.State == HoldState.Captured ? Account.Shop(books.Hold.Shop) : Account.Wallet(books.Hold.Member);
        var posting = new Posting(Account.Hold(books.Hold.Id), credit, books.Hold.Points);
        var entry = Entry.Of(operation, posting, BusinessDate.Of(resolution.OccurredAt), $"sale {books.Hold.Owner}");
        if (resolution.State == HoldState.Captured)
            books.Spend(entry);
        else
            books.GiveBack();
        db.Add(entry);
    }

    /// <summary>Saved first, so that the query sees what this very call changed.</summary>
    private async Task<PointAmount> AvailableAsync(PointsDbContext db, Hold hold, CancellationToken ct)
    {
        await db.SaveChangesAsync(ct);
        return await db.AvailableAsync(hold.Member, BusinessDate.Of(clock.UtcMicros()), ct);
    }

    private sealed record Books(Hold Hold, Wallet Wallet, OperationName Name)
    {
        /// <summary>No date is looked at: points pinned in time are honoured even if their lot has lapsed since.</summary>
        public void Spend(Entry entry)
        {
            Wallet.Spend(Hold.Points);
            foreach (var pin in Hold.Lots)
            {
                pin.Lot.Consume(pin.Amount);
                entry.Consumptions.Add(LotConsumption.Of(pin.Lot, pin.Amount));
            }
        }

        /// <summary>Points go back to their own lots: what has lapsed meanwhile is in the wallet but cannot be spent.</summary>
        public void GiveBack()
        {
            Wallet.Release(Hold.Points);
            foreach (var pin in Hold.Lots)
                pin.Lot.Unpin(pin.Amount);
        }
    }
}

internal sealed record UnknownHold(Guid Id) : Failure(
    "hold-unknown", FailureKind.NotFound,
    $"ポイントの仮押さえ {Id} は見つかりません。カードを読み取るところからやり直してください。",
    $"There is no hold {Id}. Start again by scanning the card.");

internal sealed record HoldOfAnotherSale(Guid Id) : Failure(
    "hold-of-another-sale", FailureKind.Conflict,
    $"ポイントの仮押さえ {Id} は別の会計のものです。",
    $"The hold {Id} belongs to another sale.");

internal sealed record HoldResolvedOtherwise(Guid Id, HoldState State) : Failure(
    State == HoldState.Captured ? "hold-captured" : "hold-released", FailureKind.Conflict,
    State == HoldState.Captured
        ? $"ポイントの仮押さえ {Id} はすでに支払いに使われています。返す場合は返金をしてください。"
        : $"ポイントの仮押さえ {Id} はすでに会員に戻されています。",
    State == HoldState.Captured
        ? $"The hold {Id} has already been paid to the shop. To give it back, make a refund."
        : $"The hold {Id} has already gone back to the member.");
