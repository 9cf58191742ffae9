using System.Collections.Concurrent;

namespace Tourism.Pos.Persistence;

/// <summary>
/// What the database said lately, so that another host's change is seen a few seconds late. Only what there is, is kept: that there is none is asked
/// again each time, and takes no memory.
/// </summary>
/// <param name="clock">The clock.</param>
/// <param name="fresh">How long an answer counts; five seconds unless told.</param>
internal sealed class LatelyRead<TKey, TValue>(TimeProvider clock, TimeSpan? fresh = null) where TKey : notnull where TValue : class
{
    /// <summary>More than a city has in use; beyond, all are read anew.</summary>
    internal const int MostKept = 10_000;

    private readonly TimeSpan _fresh = fresh ?? TimeSpan.FromSeconds(5);
    private readonly ConcurrentDictionary<TKey, (TValue Value, long ReadAt)> _known = new();
    private long _changes;

    internal int Count => _known.Count;

    /// <summary>The value, from here or from the database; <c>null</c> where there is none.</summary>
    public async ValueTask<TValue?> FindAsync(TKey key, Func<Task<TValue?>> read)
    {
        if (_known.TryGetValue(key, out var known) && clock.GetElapsedTime(known.ReadAt) < _fresh)
            return known.Value;
        var (readAt, changes) = (clock.GetTimestamp(), Interlocked.Read(ref _changes));
        if (await read() is not { } value)
        {
            _known.TryRemove(key, out _);
            return null;
        }

        if (_known.Count >= MostKept)
            _known.Clear();
        _known[key] = (value, readAt);
        // What was read before a change must not outlive it.
        if (Interlocked.Read(ref _changes) != changes)
            _known.TryRemove(key, out _);
        return value;
    }

    /// <summary>Something about these changed.</summary>
    public void Forget(Func<TKey, TValue, bool> which)
    {
        Interlocked.Increment(ref _changes);
        foreach (var (key, known) in _known)
        {
            if (which(key, known.Value))
                _known.TryRemove(key, out _);
        }
    }
}
