using System.Text.Json.Nodes;
using Tourism.Kernel;

namespace Tourism.Pos.Sandbox.Readers;

/// <summary>Registers another virtual reader; any registration code will do.</summary>
internal static class CreateReader
{
    private static readonly HashSet<string> Known = ["registration_code", "label", "location", "metadata[*]", "expand[]"];

    public static async Task<Result<JsonObject>> HandleAsync(SandboxCall call)
    {
        var form = call.Form;
        if (form.Unknown(Known) is { } unknown)
            return StripeFault.Unknown(unknown);
        if (form.Text("registration_code") is null)
            return StripeFault.Missing("registration_code");
        if (SandboxRules.Metadata(form) is { } refused)
            return refused;
        var location = form.Text("location");
        if (location is not null && await SandboxReaders.LocationAsync(call, location) is null)
            return StripeFault.NoSuch(SandboxObject.Location, location);
        var id = StripeIds.Reader();
        var reader = ReaderShapes.Reader(id, form.Text("label") ?? id, location, call.Books.Now);
        reader["metadata"] = StripeShapes.Map(form.Map("metadata"));
        SandboxReaders.Add(call.Books, reader);
        return reader;
    }
}
