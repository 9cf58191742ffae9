using Microsoft.EntityFrameworkCore;
using Tourism.Kernel;
using Tourism.Kernel.Server.Http;
using Tourism.Kernel.Server.Persistence;
using Tourism.Points.Persistence;

namespace Tourism.Points.Ledger;

/// <summary>Carries a client-named write out once. A repeat finds the first outcome, a refusal included.</summary>
internal sealed class Operations(Writer<PointsDbContext> writer, TimeProvider clock)
{
    /// <param name="name">The client's name for the write.</param>
    /// <param name="first">
    /// The work. It may refuse only while it has changed no row by itself: what it left in the change tracker is dropped,
    /// but the transaction commits, so that the refusal stays.
    /// </param>
    /// <param name="again">Reads the outcome of an earlier call.</param>
    /// <param name="ct">Ends with the request.</param>
    public async Task<Result<Written<T>>> RunAsync<T>(
        OperationName name, Func<PointsDbContext, Operation, Task<Result<T>>> first, Func<PointsDbContext, Task<T>> again, CancellationToken ct)
    {
        var outcome = await writer.RunAsync<Result<Written<T>>>(async db =>
        {
            var earlier = await db.Operations.AsNoTracking().SingleOrDefaultAsync(row => row.Id == name.Id, ct);
            return earlier is null ? await CarryOutAsync(db, name, first) : await RepeatAsync(db, name, earlier, again);
        }, ct);
        return outcome.Ok ? outcome.Value : outcome.Failure;
    }

    private async Task<Result<Result<Written<T>>>> CarryOutAsync<T>(
        PointsDbContext db, OperationName name, Func<PointsDbContext, Operation, Task<Result<T>>> first)
    {
        var operation = Operation.Of(name, clock.UtcMicros());
        db.Operations.Add(operation);
        var result = await first(db, operation);
        if (result.Ok)
            return Settled<T>(new Written<T>(result.Value, First: true));
        if (result.Failure.Kind != FailureKind.Refused)
            return result.Failure;

        db.ChangeTracker.Clear();
        db.Operations.Add(Operation.Of(name, operation.RecordedAt, result.Failure));
        return Settled<T>(result.Failure);
    }

    private static async Task<Result<Result<Written<T>>>> RepeatAsync<T>(
        PointsDbContext db, OperationName name, Operation earlier, Func<PointsDbContext, Task<T>> again)
    {
        if (!earlier.Is(name))
            return RequestHash.Reused(name.Id);
        return earlier.Refusal is { } refusal ? Settled<T>(refusal) : Settled<T>(new Written<T>(await again(db), First: false));
    }

    /// <summary>A refusal is a settled outcome that is committed, unlike a failure, which rolls back.</summary>
    private static Result<Result<Written<T>>> Settled<T>(Result<Written<T>> outcome) => outcome;
}
