using System.Text.Json.Nodes;
using Tourism.Kernel;

namespace Tourism.Pos.Sandbox.Readers;

/// <summary>Takes the payment off the reader again. What is already done stays as it is: the caller must look at the intent.</summary>
internal static class CancelOnReader
{
    private static readonly HashSet<string> Known = ["expand[]"];

    public static async Task<Result<JsonObject>> HandleAsync(SandboxCall call)
    {
        if (call.Form.Unknown(Known) is { } unknown)
            return StripeFault.Unknown(unknown);
        if (await SandboxReaders.FindAsync(call.Books, call.Id, call.Ct) is not { } stored)
            return StripeFault.NoSuch(SandboxObject.Reader, call.Id);
        if (ReaderMoods.Refusal(stored) is { } refused)
            return refused;
        var reader = stored.Read();
        if (ReaderAction.Waiting(reader) is not null)
            reader["action"] = null;
        stored.Write(reader);
        return ReaderMoods.Late(stored) is { } late ? late : reader;
    }
}
