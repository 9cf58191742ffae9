namespace Tourism.Pos.Sandbox.Faults;

/// <summary>Loses, doubles and turns round deliveries as it was set.</summary>
internal sealed class DisturbDeliveries(SandboxDesk desk)
{
    /// <summary>What is delivered how often, in which order; 0 times means lost.</summary>
    public async Task<IReadOnlyList<(SandboxEvent Told, int Times)>> PlanAsync(List<SandboxEvent> due, SandboxControls controls, CancellationToken ct)
    {
        if (due.Count == 0 || !controls.Webhooks.Any)
            return [.. due.Select(told => (told, 1))];
        return (await desk.WriteAsync<IReadOnlyList<(SandboxEvent, int)>>(async books =>
            await SandboxControls.ChangeAsync(books, current => Plan(due, current.Webhooks), ct), null, ct)).Value;
    }

    private static List<(SandboxEvent, int)> Plan(List<SandboxEvent> due, WebhookTrouble trouble)
    {
        var turned = Math.Min(trouble.Reorder, due.Count);
        var lost = Math.Min(trouble.Drop, due.Count);
        var doubled = Math.Min(trouble.Duplicate, due.Count - lost);
        (trouble.Reorder, trouble.Drop, trouble.Duplicate) = (trouble.Reorder - turned, trouble.Drop - lost, trouble.Duplicate - doubled);
        return [.. due.Take(turned).Reverse().Concat(due.Skip(turned)).Select((told, at) => (told, at < lost ? 0 : at < lost + doubled ? 2 : 1))];
    }
}
