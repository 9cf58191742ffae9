namespace Tourism.Kernel.Server.Persistence;

/// <summary>
/// Refuses a write inside a write, of whatever module: on SQLite it would wait for itself for ever, elsewhere it would stay
/// committed when the outer one rolls back.
/// </summary>
internal sealed class OneWrite : IDisposable
{
    private static readonly AsyncLocal<OneWrite?> Current = new();

    /// <summary>Work started inside a write and outliving it still sees the finished write, which must not stop it.</summary>
    private volatile bool _over;

    public static OneWrite Begin()
    {
        if (Current.Value is { _over: false })
            throw new InvalidOperationException("This write runs inside another one. Finish that first, or send the other module a message.");
        return Current.Value = new OneWrite();
    }

    public void Dispose() => _over = true;
}
