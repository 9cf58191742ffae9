using System.Text.Json.Nodes;
using Tourism.Kernel;

namespace Tourism.Pos.Sandbox.Intents;

/// <summary>Takes what a card had only promised, or part of it; the rest is released.</summary>
internal static class CaptureIntent
{
    private static readonly HashSet<string> Known = ["amount_to_capture", "metadata[*]", "expand[]"];

    public static async Task<Result<JsonObject>> HandleAsync(SandboxCall call)
    {
        if (call.Form.Unknown(Known) is { } unknown)
            return StripeFault.Unknown(unknown);
        if (await call.Books.FindAsync(SandboxObject.Intent, call.Id, call.Ct) is not { } stored)
            return StripeFault.NoSuch(SandboxObject.Intent, call.Id);
        var intent = stored.Read();
        if ((string)intent["status"]! != "requires_capture")
            return StripeFault.Unexpected("capture", intent);
        var most = (long)intent["amount_capturable"]!;
        var amount = call.Form.Number("amount_to_capture") ?? most;
        if (amount < 1 || amount > most)
            return StripeFault.Invalid($"The amount to capture ({amount}) must be between 1 and {most}.", "amount_to_capture", "amount_too_large");
        foreach (var (name, value) in call.Form.Map("metadata"))
            intent["metadata"]![name] = value;
        await SandboxCharges.CaptureAsync(call.Books, intent, amount, call.Ct);
        stored.Write(intent);
        return intent;
    }
}
