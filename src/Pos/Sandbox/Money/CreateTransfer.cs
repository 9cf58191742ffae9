using System.Text.Json.Nodes;
using Tourism.Kernel;

namespace Tourism.Pos.Sandbox.Money;

/// <summary>Passes money on to a shop's account: out of one charge and never more than it brought, or out of what the platform holds.</summary>
internal static class CreateTransfer
{
    private static readonly HashSet<string> Known = ["amount", "currency", "destination", "source_transaction", "transfer_group", "metadata[*]", "description", "expand[]"];

    public static async Task<Result<JsonObject>> HandleAsync(SandboxCall call)
    {
        var form = call.Form;
        if ((Refusal(form) ?? await DestinationAsync(call)) is { } refused)
            return refused;
        var made = form.Text("source_transaction") is { } charge ? await FromChargeAsync(call, charge) : await FromBalanceAsync(call);
        if (made.Ok && form.Text("description") is { } description)
            made.Value["description"] = description;
        return made;
    }

    public static async Task<StripeFault?> DestinationAsync(SandboxCall call, string name = "destination") =>
        call.Form.Text(name) is not { } account || await call.Books.FindAsync(SandboxObject.Account, account, call.Ct) is not null
            ? null
            : StripeFault.NoSuch("destination", account) with { Param = name };

    private static StripeFault? Refusal(StripeForm form) =>
        form.Unknown(Known) is { } unknown ? StripeFault.Unknown(unknown)
        : form.Text("destination") is null ? StripeFault.Missing("destination")
        : form.Text("currency") != "jpy" ? StripeFault.Invalid("This sandbox knows jpy only.", "currency")
        : form.Text("amount") is not null && form.Number("amount") is not > 0 ? StripeFault.Invalid("Invalid integer.", "amount", "parameter_invalid_integer")
        : SandboxRules.Metadata(form);

    private static async Task<Result<JsonObject>> FromChargeAsync(SandboxCall call, string id)
    {
        if (await call.Books.FindAsync(SandboxObject.Charge, id, call.Ct) is not { } stored)
            return StripeFault.NoSuch(SandboxObject.Charge, id) with { Param = "source_transaction" };
        var charge = stored.Read();
        var left = (long)charge["amount_captured"]! - await SandboxTransfers.PassedOnAsync(call.Books, id, call.Ct);
        var amount = call.Form.Number("amount") ?? left;
        if (amount > left || amount < 1)
            return StripeFault.Unexpected($"The transfers of a charge cannot exceed it: {left} is left.", "charge_exceeds_source_limit");
        // Changes the charge's version: of two transfers at once the second starts over and sees the first.
        call.Books.Db.Entry(stored).Property(row => row.Body).IsModified = true;
        return Make(call, amount, id, (string?)charge["transfer_group"]);
    }

    private static async Task<Result<JsonObject>> FromBalanceAsync(SandboxCall call)
    {
        if (call.Form.Number("amount") is not { } amount)
            return StripeFault.Missing("amount");
        return amount > await SandboxLedger.BalanceAsync(call.Books, call.Ct)
            ? StripeFault.Unexpected("You have insufficient funds in your Stripe account.", "balance_insufficient")
            : Make(call, amount, null, null);
    }

    private static JsonObject Make(SandboxCall call, long amount, string? charge, string? group) => SandboxTransfers.Make(
        call.Books, call.Form.Text("destination")!, amount, charge, call.Form.Text("transfer_group") ?? group, call.Form.Map("metadata"));
}
