using System.Text.Json.Nodes;
using Tourism.Kernel;
using Tourism.Pos.Sandbox.Intents;

namespace Tourism.Pos.Sandbox.Readers;

/// <summary>The provider's own test helper: a card is held to a reader.</summary>
internal static class PresentCard
{
    private static readonly HashSet<string> Known = ["type", "card_present[number]", "expand[]"];

    public static async Task<Result<JsonObject>> HandleAsync(SandboxCall call)
    {
        if (call.Form.Unknown(Known) is { } unknown)
            return StripeFault.Unknown(unknown);
        if (call.Form.Text("type") is not (null or SandboxRules.CardPresent))
            return StripeFault.Invalid("This sandbox knows type=card_present only.", "type");
        if (SandboxCard.Find(call.Form.Text("card_present[number]") ?? SandboxCard.Usual) is not { } card)
            return StripeFault.Invalid("This is not one of the sandbox's test cards.", "card_present[number]", "incorrect_number");
        return await SandboxReaders.FindAsync(call.Books, call.Id, call.Ct) is { } stored
            ? await ReaderAction.PresentAsync(call.Books, stored, card, call.Ct)
            : StripeFault.NoSuch(SandboxObject.Reader, call.Id);
    }
}
