using Microsoft.EntityFrameworkCore;
using Tourism.Kernel;
using Tourism.Kernel.Server.Persistence;
using Tourism.Pos.Audit;
using Tourism.Pos.Persistence;
using Tourism.Pos.Sales;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Reviews;

/// <summary>Closes a review once; what it is about stays as it was recorded.</summary>
internal sealed class ResolveReview(Writer<PosDbContext> writer, TimeProvider clock)
{
    public async Task<Result<ReviewView>> HandleAsync(Guid id, ReviewResolution resolution, Actor by, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(resolution.Note) || BasketChecks.Text(resolution.Note, Review.MaxNote, "note") is not null)
            return new WrongNote();
        return await writer.RunAsync<ReviewView>(async db =>
        {
            if (await db.Set<Review>().SingleOrDefaultAsync(row => row.Id == id, ct) is not { } review)
                return new UnknownReview(id);
            if (review.ResolvedAt is null)
            {
                var now = clock.UtcMicros();
                review.Resolve(by.Person!, resolution.Note, now);
                db.Audit(Deed.ReviewResolved, by, $"{review.Site} {review.Kind}", now, after: resolution);
            }

            return review.View;
        }, ct);
    }
}

internal sealed record WrongNote() : Failure(
    "wrong-note", FailureKind.Invalid, $"対応した内容を1～{Review.MaxNote}字で書いてください。", $"Say what was done in 1 to {Review.MaxNote} characters.", "note");

internal sealed record UnknownReview(Guid Review) : Failure(
    "unknown-review", FailureKind.NotFound, $"確認事項 {Review} はありません。", $"There is no review {Review}.");
