using Microsoft.EntityFrameworkCore;
using Tourism.Kernel;
using Tourism.Kernel.Server.Persistence;
using Tourism.Pos.Audit;
using Tourism.Pos.Payments.Cases;
using Tourism.Pos.Persistence;
using Tourism.Pos.Sales;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Payments.Counting;

/// <summary>Writes differences down, once each, and closes them.</summary>
internal sealed partial class KeepDifferences(Writer<PosDbContext> writer, TimeProvider clock, ILogger<KeepDifferences> log)
{
    /// <param name="found">What differs.</param>
    /// <param name="day">Business day it belongs to.</param>
    /// <param name="mended">It was set right on the spot; it is kept all the same.</param>
    /// <param name="ct">Ends with the host.</param>
    public async Task FoundAsync(Finding found, DateOnly day, bool mended, CancellationToken ct)
    {
        var opened = await writer.RunAsync<bool>(async db =>
        {
            var now = clock.UtcMicros();
            var row = await db.Set<MoneyDifference>().SingleOrDefaultAsync(one => one.Subject == found.Subject && one.Kind == found.Kind, ct);
            var known = row is { IsOpen: true };
            row ??= db.Add(MoneyDifference.Of(found, day, now)).Entity;
            row.See(found, mended, now);
            return row.IsOpen && !known;
        }, ct);
        if (opened.Value)
            Differs(log, found.Kind, found.Subject);
    }

    /// <summary>A later look finds nothing any more.</summary>
    public Task<Result<bool>> GoneAsync(string subject, MoneyDifferenceKind kind, CancellationToken ct) => writer.RunAsync<bool>(async db =>
    {
        if (await db.Set<MoneyDifference>().SingleOrDefaultAsync(one => one.Subject == subject && one.Kind == kind, ct) is not { } row)
            return false;
        row.Mend(clock.UtcMicros());
        return true;
    }, ct);

    /// <summary>Somebody has looked into it. Closing what is closed already changes nothing.</summary>
    public async Task<Result<MoneyDifferenceView>> CloseAsync(Guid id, DifferenceClosing request, Actor by, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(request.Reason) || BasketChecks.Text(request.Reason, DecideCase.MaxNote, "reason") is not null)
            return new NoReason();
        return await writer.RunAsync<MoneyDifferenceView>(async db =>
        {
            if (await db.Set<MoneyDifference>().SingleOrDefaultAsync(one => one.Id == id, ct) is not { } row)
                return new NoDifference(id);
            if (row.IsOpen)
            {
                var now = clock.UtcMicros();
                row.Close(by.Person!, request.Reason.Trim(), now);
                db.Audit(Deed.DifferenceClosed, by, $"{row.Kind} {row.Subject}", now, new { row.Ours, row.Theirs }, request);
            }

            return FindDifferences.View(row, receipt: null);
        }, ct);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Our books and the provider's differ: {Kind} {Subject}")]
    private static partial void Differs(ILogger log, MoneyDifferenceKind kind, string subject);
}

internal sealed record NoDifference(Guid Difference) : Failure(
    "no-difference", FailureKind.NotFound,
    $"差異 {Difference} はありません。一覧を開き直してください。", $"There is no difference {Difference}. Open the list again.");
