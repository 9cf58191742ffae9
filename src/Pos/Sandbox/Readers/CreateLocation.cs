using System.Text.Json.Nodes;
using Tourism.Kernel;

namespace Tourism.Pos.Sandbox.Readers;

/// <summary>A place where readers stand.</summary>
internal static class CreateLocation
{
    private static readonly HashSet<string> Known =
    [
        "display_name", "address[country]", "address[state]", "address[city]", "address[line1]", "address[line2]", "address[postal_code]", "metadata[*]", "expand[]",
    ];

    public static Task<Result<JsonObject>> HandleAsync(SandboxCall call) => Task.FromResult<Result<JsonObject>>(
        Refusal(call.Form) is { } refused ? refused : Create(call.Books, call.Form));

    private static StripeFault? Refusal(StripeForm form) =>
        form.Unknown(Known) is { } unknown ? StripeFault.Unknown(unknown)
        : form.Text("display_name") is null ? StripeFault.Missing("display_name")
        : form.Text("address[country]") is not "JP" ? StripeFault.Invalid("This sandbox knows places in Japan only.", "address[country]", "terminal_location_country_unsupported")
        : SandboxRules.Metadata(form);

    private static JsonObject Create(SandboxBooks books, StripeForm form)
    {
        var address = ReaderShapes.Address(form.Text("address[state]"), form.Text("address[city]"), form.Text("address[line1]"), form.Text("address[postal_code]"));
        address["line2"] = form.Text("address[line2]");
        var location = ReaderShapes.Location(StripeIds.Location(), form.Text("display_name")!, address);
        location["metadata"] = StripeShapes.Map(form.Map("metadata"));
        books.Add(SandboxObject.Location, location);
        return location;
    }
}
