using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Tourism.Kernel;
using Tourism.Kernel.Server.Persistence;
using Tourism.Pos.Payments;
using Tourism.Pos.Persistence;

namespace Tourism.Pos.Mail;

/// <summary>
/// Hands over what is due. A letter is lost never; it goes twice only when the server took it and this host ended before it could note that,
/// and then under the same Message-ID.
/// </summary>
internal sealed partial class SendLetters(
    IDbContextFactory<PosDbContext> contexts, Writer<PosDbContext> writer, MailServer server, IOptions<MailOptions> options, TimeProvider clock,
    ILogger<SendLetters> log) : IRound
{
    private const int Batch = 20;

    public async Task<int> RunAsync(CancellationToken ct)
    {
        if (!options.Value.IsSent)
            return 0;
        var due = await DueAsync(ct);
        foreach (var seq in due)
            await SendAsync(seq, ct);
        return due.Count;
    }

    private async Task<List<long>> DueAsync(CancellationToken ct)
    {
        var now = clock.UtcMicros();
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.Set<Letter>().Where(row => row.NextTryAt <= now).OrderBy(row => row.NextTryAt).Select(row => row.Seq).Take(Batch).ToListAsync(ct);
    }

    /// <summary>One letter that cannot be noted must not hold up the others; its lease lets it rest before the next look.</summary>
    private async Task SendAsync(long seq, CancellationToken ct)
    {
        try
        {
            if (await LeaseAsync(seq, ct) is { } letter)
                await NoteAsync(seq, await server.HandAsync(letter, ct), ct);
        }
        catch (Exception error) when (!ct.IsCancellationRequested)
        {
            Stuck(log, seq, error.GetType().Name);
        }
    }

    /// <summary><c>null</c> when another host is at it.</summary>
    private async Task<LetterOut?> LeaseAsync(long seq, CancellationToken ct) => (await writer.RunAsync<LetterOut?>(async db =>
    {
        var letter = await db.Set<Letter>().SingleAsync(row => row.Seq == seq, ct);
        return letter.TryLease(clock.UtcMicros()) ? new LetterOut(letter.Id, letter.To!, letter.Subject!, letter.Text!, letter.CreatedAt) : (LetterOut?)null;
    }, ct)).Value;

    private Task<Result<bool>> NoteAsync(long seq, Handed handed, CancellationToken ct) => writer.RunAsync<bool>(async db =>
    {
        var (letter, now) = (await db.Set<Letter>().SingleAsync(row => row.Seq == seq, ct), clock.UtcMicros());
        if (handed.Trouble is not { } trouble)
            letter.Sent(now);
        else if (handed.Final)
            letter.Die(trouble, now);
        else
            letter.Wait(trouble, now);
        return true;
    }, ct);

    /// <summary>Without the error's words: a letter's address may stand in them.</summary>
    [LoggerMessage(Level = LogLevel.Error, Message = "Letter {Seq} could not be brought forward: {Error}")]
    private static partial void Stuck(ILogger log, long seq, string error);
}
