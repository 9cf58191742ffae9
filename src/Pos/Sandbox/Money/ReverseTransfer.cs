using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Tourism.Kernel;

namespace Tourism.Pos.Sandbox.Money;

/// <summary>Takes a transfer back, all or part of it; refunding a visitor does not do that by itself.</summary>
internal static class ReverseTransfer
{
    private static readonly HashSet<string> Known = ["amount", "metadata[*]", "description", "expand[]"];

    public static async Task<Result<JsonObject>> HandleAsync(SandboxCall call)
    {
        if (call.Form.Unknown(Known) is { } unknown)
            return StripeFault.Unknown(unknown);
        if (await call.Books.FindAsync(SandboxObject.Transfer, call.Id, call.Ct) is not { } stored)
            return StripeFault.NoSuch(SandboxObject.Transfer, call.Id);
        var left = SandboxTransfers.Left(stored.Read());
        var amount = call.Form.Number("amount") ?? left;
        return amount < 1 || amount > left
            ? StripeFault.Unexpected($"The transfer has {left} left that was not reversed.", "charge_already_refunded")
            : SandboxTransfers.Reverse(call.Books, stored, amount, null, call.Form.Map("metadata"));
    }

    public static async Task<Result<JsonObject>> ListAsync(SandboxCall call)
    {
        var rows = call.Books.Db.Set<SandboxObject>().AsNoTracking().Where(row => row.Kind == SandboxObject.Reversal && row.Related == call.Id);
        var (page, more) = await SandboxPages.TakeAsync(call.Books.Db, rows, call.Form, call.Ct);
        return SandboxPages.List(call.Request.Url, [.. page.Select(row => (JsonNode?)row.Read())], more);
    }
}
