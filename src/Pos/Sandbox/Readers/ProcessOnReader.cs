using System.Text.Json.Nodes;
using Tourism.Kernel;

namespace Tourism.Pos.Sandbox.Readers;

/// <summary>Hands a payment to a reader, which then waits for a card.</summary>
internal static class ProcessOnReader
{
    private static readonly HashSet<string> Known =
    [
        "payment_intent", "process_config[enable_customer_cancellation]", "process_config[skip_tipping]", "process_config[allow_redisplay]", "expand[]",
    ];

    public static async Task<Result<JsonObject>> HandleAsync(SandboxCall call)
    {
        if (call.Form.Unknown(Known) is { } unknown)
            return StripeFault.Unknown(unknown);
        if (call.Form.Text("payment_intent") is not { } id)
            return StripeFault.Missing("payment_intent");
        if (await SandboxReaders.FindAsync(call.Books, call.Id, call.Ct) is not { } stored)
            return StripeFault.NoSuch(SandboxObject.Reader, call.Id);
        if (await call.Books.FindAsync(SandboxObject.Intent, id, call.Ct) is not { } intent)
            return StripeFault.NoSuch(SandboxObject.Intent, id);
        return Refusal(stored, intent.Read()) is { } refused ? refused : Start(call.Books, call.Form, stored, id);
    }

    private static StripeFault? Refusal(SandboxObject stored, JsonObject intent)
    {
        if ((string)intent["status"]! != "requires_payment_method")
            return StripeFault.Unexpected("process", intent);
        if (!intent["payment_method_types"]!.AsArray().Any(type => (string)type! == SandboxRules.CardPresent))
            return StripeFault.Invalid("The PaymentIntent must allow card_present.", "payment_intent", "payment_intent_incompatible_payment_method");
        if (ReaderMoods.Refusal(stored) is { } refused)
            return refused;
        return ReaderAction.Waiting(stored.Read()) is { } other && other != (string)intent["id"]! ? ReaderMoods.Busy() : null;
    }

    private static Result<JsonObject> Start(SandboxBooks books, StripeForm form, SandboxObject stored, string intent)
    {
        var reader = stored.Read();
        var config = new JsonObject { ["enable_customer_cancellation"] = form.Text("process_config[enable_customer_cancellation]") == "true" };
        if (form.Text("process_config[skip_tipping]") is { } skip)
            config["skip_tipping"] = skip == "true";
        reader["action"] = ReaderShapes.Action(ReaderShapes.Process, new JsonObject { ["payment_intent"] = intent, ["process_config"] = config }, "in_progress");
        stored.Write(reader);
        books.Tell("terminal.reader.action_updated", reader);
        return ReaderMoods.Late(stored) is { } late ? late : reader;
    }
}
