using System.Text.Json.Nodes;
using Tourism.Kernel;
using Tourism.Pos.Sandbox.Intents;

namespace Tourism.Pos.Sandbox.Readers;

/// <summary>What somebody may do at the virtual reader.</summary>
internal enum ReaderAct
{
    /// <summary>A good card from Japan.</summary>
    Tap,

    /// <summary>A good card from Korea.</summary>
    Foreign,

    /// <summary>A card its bank refuses.</summary>
    Declined,

    /// <summary>A card without enough money.</summary>
    Poor,

    /// <summary>The customer presses cancel.</summary>
    Cancel,
}

/// <summary>What the virtual reader shows.</summary>
/// <param name="Reader">As the API tells it.</param>
/// <param name="Amount">What it waits for; <c>null</c> when it does not.</param>
/// <param name="Mood">What is wrong with it.</param>
internal sealed record ReaderScreen(JsonObject Reader, Yen? Amount, ReaderMood Mood);

/// <summary>Somebody stands at the virtual reader.</summary>
internal sealed class UseReader(SandboxDesk desk)
{
    public Task<ReaderScreen?> LookAsync(string id, CancellationToken ct) => AtAsync(id, (_, _) => Task.CompletedTask, ct);

    /// <summary>A reader that does not wait stays as it is.</summary>
    public Task<ReaderScreen?> ActAsync(string id, ReaderAct act, CancellationToken ct) => AtAsync(id, async (books, reader) =>
    {
        if (act == ReaderAct.Cancel)
            ReaderAction.CustomerCancels(books, reader);
        else
            await ReaderAction.PresentAsync(books, reader, CardFor(act), ct);
    }, ct);

    public Task<ReaderScreen?> SwitchAsync(string id, ReaderMood mood, CancellationToken ct) => AtAsync(id, (_, reader) =>
    {
        ReaderMoods.Set(reader, mood);
        return Task.CompletedTask;
    }, ct);

    private static SandboxCard CardFor(ReaderAct act) => SandboxCard.Find(act switch
    {
        ReaderAct.Foreign => SandboxCard.Korean,
        ReaderAct.Declined => SandboxCard.Refused,
        ReaderAct.Poor => SandboxCard.Poor,
        _ => SandboxCard.Japanese,
    })!;

    private async Task<ReaderScreen?> AtAsync(string id, Func<SandboxBooks, SandboxObject, Task> act, CancellationToken ct)
    {
        var seen = await desk.WriteAsync<ReaderScreen>(async books =>
        {
            if (await SandboxReaders.FindAsync(books, id, ct) is not { } stored)
                return StripeFault.NoSuch(SandboxObject.Reader, id);
            await act(books, stored);
            var reader = stored.Read();
            return new ReaderScreen(reader, await AmountAsync(books, reader, ct), ReaderMoods.Of(stored));
        }, null, ct);
        return seen.Ok ? seen.Value : null;
    }

    private static async Task<Yen?> AmountAsync(SandboxBooks books, JsonObject reader, CancellationToken ct) =>
        ReaderAction.Waiting(reader) is { } id && await books.FindAsync(SandboxObject.Intent, id, ct) is { } intent ? new Yen((long)intent.Read()["amount"]!) : null;
}
