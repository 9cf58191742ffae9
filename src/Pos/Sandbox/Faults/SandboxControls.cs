using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Tourism.Kernel;
using Tourism.Kernel.Server.Persistence;
using Tourism.Pos.Persistence;

namespace Tourism.Pos.Sandbox.Faults;

/// <summary>Everything that is set to go wrong, and what time it is at the sandbox. One row, so that all hosts agree.</summary>
internal sealed class SandboxControls
{
    private const string Kind = "controls";
    private const string Id = "sandbox_controls";

    /// <summary>How far the sandbox's clock is ahead, in seconds.</summary>
    public long Clock { get; set; }

    public List<SandboxFault> Faults { get; set; } = [];

    public WebhookTrouble Webhooks { get; set; } = new();

    /// <summary>So many of the next refunds will come back.</summary>
    public int FailingRefunds { get; set; }

    public DateTime Now(TimeProvider clock) => clock.UtcMicros().AddSeconds(Clock);

    /// <summary>Takes the oldest fault that fits, once.</summary>
    public SandboxFault? Take(Func<SandboxFault, bool> fits)
    {
        if (Faults.FirstOrDefault(fits) is not { } fault)
            return null;
        if (--fault.Count <= 0)
            Faults.Remove(fault);
        return fault;
    }

    public static async Task<SandboxControls> ReadAsync(PosDbContext db, CancellationToken ct) => Of(await RowOf(db.Set<SandboxObject>().AsNoTracking(), ct));

    /// <summary>Changes what is set, under the row's version.</summary>
    public static async Task<T> ChangeAsync<T>(SandboxBooks books, Func<SandboxControls, T> change, CancellationToken ct)
    {
        var row = await RowOf(books.Db.Set<SandboxObject>(), ct);
        var controls = Of(row);
        var result = change(controls);
        row ??= books.Add(Kind, new JsonObject { ["id"] = Id });
        row.Write(controls.ToJson());
        return result;
    }

    public JsonObject ToJson() => JsonSerializer.SerializeToNode(this, Json.Options)!.AsObject();

    /// <summary>Whether the bank is to say no to the payment that is just being tried.</summary>
    public static async Task<bool> TakeDeclineAsync(SandboxBooks books, CancellationToken ct) => books.Controls.Faults.Any(IsDecline)
        && await ChangeAsync(books, controls => controls.Take(IsDecline) is not null, ct);

    /// <summary>Whether the refund that is just being made is to come back.</summary>
    public static async Task<bool> TakeFailingRefundAsync(SandboxBooks books, CancellationToken ct) => books.Controls.FailingRefunds > 0
        && await ChangeAsync(books, controls => controls.FailingRefunds-- > 0, ct);

    private static bool IsDecline(SandboxFault fault) => fault.Kind == SandboxFaultKind.Decline;

    private static Task<SandboxObject?> RowOf(IQueryable<SandboxObject> rows, CancellationToken ct) => rows.SingleOrDefaultAsync(row => row.Id == Id, ct);

    private static SandboxControls Of(SandboxObject? row) => row is null ? new SandboxControls() : JsonSerializer.Deserialize<SandboxControls>(row.Body, Json.Options)!;
}

/// <summary>Trouble with the next deliveries; each number counts down.</summary>
internal sealed class WebhookTrouble
{
    /// <summary>So many events are lost.</summary>
    public int Drop { get; set; }

    /// <summary>So many events come twice.</summary>
    public int Duplicate { get; set; }

    /// <summary>So many events come in reverse, as far as they are waiting together.</summary>
    public int Reorder { get; set; }

    public bool Any => Drop > 0 || Duplicate > 0 || Reorder > 0;
}
