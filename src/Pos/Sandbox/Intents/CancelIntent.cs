using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Tourism.Kernel;

namespace Tourism.Pos.Sandbox.Intents;

/// <summary>Ends an intent nobody has paid. Whoever paid first has won.</summary>
internal static class CancelIntent
{
    private static readonly HashSet<string> Known = ["cancellation_reason", "expand[]"];
    private static readonly string[] Reasons = ["abandoned", "duplicate", "fraudulent", "requested_by_customer"];
    private static readonly string[] Cancellable = ["requires_payment_method", "requires_capture"];

    public static async Task<Result<JsonObject>> HandleAsync(SandboxCall call)
    {
        if (call.Form.Unknown(Known) is { } unknown)
            return StripeFault.Unknown(unknown);
        if (call.Form.Text("cancellation_reason") is { } reason && !Reasons.Contains(reason))
            return StripeFault.Invalid("Invalid cancellation_reason.", "cancellation_reason");
        if (await call.Books.FindAsync(SandboxObject.Intent, call.Id, call.Ct) is not { } stored)
            return StripeFault.NoSuch(SandboxObject.Intent, call.Id);
        var intent = stored.Read();
        if (!Cancellable.Contains((string)intent["status"]!))
            return StripeFault.Unexpected("cancel", intent);
        if (await call.Books.Db.Set<SandboxObject>().AnyAsync(row => row.Related == call.Id && row.Kind == SandboxObject.Session, call.Ct))
            return StripeFault.Unexpected("You cannot cancel a PaymentIntent of a Checkout Session. Expire the session instead.");
        await SandboxCharges.CancelAsync(call.Books, intent, call.Form.Text("cancellation_reason"), call.Ct);
        stored.Write(intent);
        return intent;
    }
}
