using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Tourism.Pos.Persistence;
using Tourism.Testing;

namespace Tourism.Pos.Tests.Payments;

/// <summary>A SQLite database with all tables and no rows, made once: a copy takes a fraction of the time that its statements take.</summary>
internal static class EmptyDatabase
{
    private static readonly Lock Once = new();
    private static Task<byte[]>? _made;

    /// <summary>Gives a host that starts for the first time its tables; a host that starts again finds them.</summary>
    public static async Task GiveAsync(PosDbContext db)
    {
        var file = new SqliteConnectionStringBuilder(db.Database.GetConnectionString()).DataSource;
        if (!File.Exists(file))
            await File.WriteAllBytesAsync(file, await MadeAsync(db));
    }

    private static Task<byte[]> MadeAsync(PosDbContext db)
    {
        lock (Once)
            return _made ??= MakeAsync(db.Database.GenerateCreateScript());
    }

    private static async Task<byte[]> MakeAsync(string script)
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.FullName, "empty.db");
        await using (var connection = new SqliteConnection($"Data Source={file};Pooling=False"))
        {
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = $"BEGIN;\n{script}\nCOMMIT;";
            await command.ExecuteNonQueryAsync();
        }

        return await File.ReadAllBytesAsync(file);
    }
}
