using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tourism.Kernel.Server.Persistence;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Mail;

/// <summary>
/// A letter that is queued with its cause. Who it goes to and what it says may open an account, so both are forgotten once it is out or given up.
/// </summary>
internal sealed class Letter : IVersioned
{
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan GivenUpAfter = TimeSpan.FromDays(3);
    private static readonly TimeSpan[] Again = [.. new[] { 2, 10, 60, 300, 900, 3_600 }.Select(seconds => TimeSpan.FromSeconds(seconds))];

    public long Seq { get; private set; }

    /// <summary>Made by whoever asked for it; also its Message-ID, so that a mailbox knows a second copy.</summary>
    public required Guid Id { get; init; }

    /// <summary>Whose letter it is: an account or a shop.</summary>
    public required Guid Account { get; init; }

    public required string RequestHash { get; init; }

    public required DateTime CreatedAt { get; init; }

    public required LetterState State { get; set; }

    public string? To { get; set; }

    public string? Subject { get; set; }

    public string? Text { get; set; }

    /// <summary>Not before this instant; also the end of the sending host's lease. <c>null</c> when there is nothing left to do.</summary>
    public DateTime? NextTryAt { get; set; }

    public int Tries { get; private set; }

    public DateTime? EndedAt { get; private set; }

    /// <summary>What went wrong last.</summary>
    public LetterTrouble? Trouble { get; private set; }

    public long Version { get; private set; }

    /// <summary>The same letter, asked for once more.</summary>
    public bool IsRepeat(Guid to, object request) => Account == to && RequestHash == Kernel.Server.Http.RequestHash.Of(request);

    public bool TryLease(DateTime now)
    {
        if (State != LetterState.Waiting || NextTryAt > now)
            return false;
        NextTryAt = now + Lease;
        Tries++;
        return true;
    }

    public void Sent(DateTime now) => End(LetterState.Sent, null, now);

    /// <summary>It could not leave now. After three days its content is stale.</summary>
    public void Wait(LetterTrouble trouble, DateTime now)
    {
        if (now - CreatedAt > GivenUpAfter)
            Die(trouble, now);
        else
            (Trouble, NextTryAt) = (trouble, now + Again[Math.Clamp(Tries - 1, 0, Again.Length - 1)]);
    }

    public void Die(LetterTrouble trouble, DateTime now) => End(LetterState.Dead, trouble, now);

    public LetterView View() => new(Id, CreatedAt, State, Tries, EndedAt, Trouble);

    private void End(LetterState state, LetterTrouble? trouble, DateTime now)
    {
        (State, EndedAt, NextTryAt, Trouble) = (state, now, null, trouble);
        (To, Subject, Text) = (null, null, null);
    }

    internal sealed class Mapping : IEntityTypeConfiguration<Letter>
    {
        public void Configure(EntityTypeBuilder<Letter> letter)
        {
            letter.ToTable("pos_letter");
            letter.HasKey(row => row.Seq);
            letter.HasIndex(row => row.Id).IsUnique();
            letter.HasIndex(row => row.NextTryAt);
            letter.HasIndex(row => new { row.Account, row.Seq });
            letter.Property(row => row.Text).HasMaxLength(-1);
        }
    }
}
