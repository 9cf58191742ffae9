using System.Text.Json;
using Tourism.Kernel;
using Tourism.Pos.Persistence;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Audit;

/// <summary>A deed that is chained when its transaction commits.</summary>
internal sealed record PendingDeed(Deed Deed, Actor By, string Subject, DateTime At, string Details);

internal static class AuditWriting
{
    private const int LongestSubject = 200;

    /// <summary>
    /// Tells the audit trail what this transaction does; written with it or not at all. <paramref name="before"/> and <paramref name="after"/>
    /// are records of the wire and hold no secret and nothing about visitors.
    /// </summary>
    public static void Audit(this PosDbContext db, Deed deed, Actor by, string subject, DateTime now, object? before = null, object? after = null) =>
        db.Deeds.Add(new PendingDeed(deed, by, subject.Length > LongestSubject ? subject[..LongestSubject] : subject, now,
            JsonSerializer.Serialize(new AuditDetails(Element(before), Element(after)), Json.Options)));

    private static JsonElement? Element(object? said) => said is null ? null : JsonSerializer.SerializeToElement(said, said.GetType(), Json.Options);
}
