using System.Globalization;
using System.Text.Json.Nodes;
using Tourism.Kernel;

namespace Tourism.Pos.Sandbox.Readers;

/// <summary>Shows what is being bought on a reader that nobody is paying at.</summary>
internal static class ShowOnReader
{
    private static readonly HashSet<string> Known =
    [
        "type", "cart[currency]", "cart[total]", "cart[tax]", "cart[line_items][][amount]", "cart[line_items][][description]", "cart[line_items][][quantity]", "expand[]",
    ];

    public static async Task<Result<JsonObject>> HandleAsync(SandboxCall call)
    {
        if (call.Form.Unknown(Known) is { } unknown)
            return StripeFault.Unknown(unknown);
        if (call.Form.Text("type") != "cart")
            return StripeFault.Invalid("This sandbox knows type=cart only.", "type");
        if (call.Form.Text("cart[currency]") != "jpy" || call.Form.Number("cart[total]") is null)
            return StripeFault.Invalid("A cart needs a total in jpy.", "cart");
        if (await SandboxReaders.FindAsync(call.Books, call.Id, call.Ct) is not { } stored)
            return StripeFault.NoSuch(SandboxObject.Reader, call.Id);
        var reader = stored.Read();
        if ((ReaderMoods.Refusal(stored) ?? (ReaderAction.Waiting(reader) is null ? null : ReaderMoods.Busy())) is { } refused)
            return refused;
        reader["action"] = ReaderShapes.Action(ReaderShapes.Display, new JsonObject { ["cart"] = Cart(call.Form), ["type"] = "cart" }, "succeeded");
        stored.Write(reader);
        call.Books.Tell("terminal.reader.action_succeeded", reader);
        return reader;
    }

    private static JsonObject Cart(StripeForm form) => new()
    {
        ["currency"] = "jpy", ["line_items"] = Lines(form), ["tax"] = form.Number("cart[tax]"), ["total"] = form.Number("cart[total]"),
    };

    private static JsonArray Lines(StripeForm form)
    {
        var lines = new JsonArray();
        while (form.Text(At(lines.Count, "description")) is { } description)
            lines.Add(new JsonObject { ["amount"] = form.Number(At(lines.Count, "amount")) ?? 0, ["description"] = description, ["quantity"] = form.Number(At(lines.Count, "quantity")) ?? 1 });
        return lines;
    }

    private static string At(int line, string name) => string.Create(CultureInfo.InvariantCulture, $"cart[line_items][{line}][{name}]");
}
