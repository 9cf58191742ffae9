using System.Text.Json.Nodes;
using Tourism.Kernel;

namespace Tourism.Pos.Sandbox.Readers;

/// <summary>Card readers and the places they stand at. Two virtual readers exist by themselves, so that a demo has something to tap.</summary>
internal static class SandboxReaders
{
    public const string First = "tmr_sandbox_1";
    public const string Second = "tmr_sandbox_2";
    private const string Place = "tml_sandbox_1";

    public static async Task<Result<JsonObject>> ListAsync(SandboxCall call)
    {
        await EnsureAsync(call.Books, call.Ct);
        return await SandboxPages.ListAsync(call.Books.Db, SandboxObject.Reader, call.Request, call.Ct);
    }

    public static async Task<Result<JsonObject>> RetrieveAsync(SandboxCall call) =>
        await FindAsync(call.Books, call.Id, call.Ct) is { } reader ? reader.Read() : StripeFault.NoSuch(SandboxObject.Reader, call.Id);

    public static async Task<Result<JsonObject>> LocationsAsync(SandboxCall call)
    {
        await EnsureAsync(call.Books, call.Ct);
        return await SandboxPages.ListAsync(call.Books.Db, SandboxObject.Location, call.Request, call.Ct);
    }

    public static async Task<Result<JsonObject>> LocationAsync(SandboxCall call) =>
        await LocationAsync(call, call.Id) is { } location ? location.Read() : StripeFault.NoSuch(SandboxObject.Location, call.Id);

    public static async Task<SandboxObject?> LocationAsync(SandboxCall call, string id)
    {
        await EnsureAsync(call.Books, call.Ct);
        return await call.Books.FindAsync(SandboxObject.Location, id, call.Ct);
    }

    public static async Task<SandboxObject?> FindAsync(SandboxBooks books, string id, CancellationToken ct)
    {
        await EnsureAsync(books, ct);
        return await books.FindAsync(SandboxObject.Reader, id, ct);
    }

    public static SandboxObject Add(SandboxBooks books, JsonObject reader)
    {
        var stored = books.Add(SandboxObject.Reader, reader);
        stored.Related = (string?)reader["location"];
        stored.Sort = (string)reader["status"]!;
        return stored;
    }

    private static async Task EnsureAsync(SandboxBooks books, CancellationToken ct)
    {
        if (await books.FindAsync(SandboxObject.Reader, First, ct) is not null)
            return;
        books.Add(SandboxObject.Location, ReaderShapes.Location(Place, "Sandbox", ReaderShapes.Address("山口県", "美祢市", "秋芳町", "754-0511")));
        Add(books, ReaderShapes.Reader(First, "Virtual reader 1", Place, books.Now));
        Add(books, ReaderShapes.Reader(Second, "Virtual reader 2", Place, books.Now));
        await books.Db.SaveChangesAsync(ct);
    }
}
