namespace Tourism.Analytics.Lake;

/// <summary>
/// Takes every waiting fact into the lake. It may stop after any line, and two hosts may do it at once: what is claimed stays
/// claimed, a load left open is finished before another begins, and only one publication of a load counts.
/// </summary>
internal sealed class LoadFacts(ClaimFacts claim, WriteParts write, PublishParts publish)
{
    public async Task RunAsync(CancellationToken ct)
    {
        while (await claim.RunAsync(ct) is { } load)
            await publish.RunAsync(load, await write.RunAsync(load, ct), ct);
    }
}
