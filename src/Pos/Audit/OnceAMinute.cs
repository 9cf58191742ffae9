namespace Tourism.Pos.Audit;

/// <summary>Lets the same thing be told at most once a minute by this host: an app that repeats itself must not fill the trail.</summary>
internal sealed class OnceAMinute<T>(TimeProvider clock) where T : notnull
{
    /// <summary>Beyond so many, some are told again early rather than all remembered.</summary>
    internal const int MostKept = 10_000;

    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);
    private readonly Dictionary<T, long> _told = [];

    internal int Count => _told.Count;

    /// <summary>True for the caller that is to tell it now.</summary>
    public bool IsDue(T what)
    {
        var now = clock.GetTimestamp();
        lock (_told)
        {
            if (_told.TryGetValue(what, out var last) && clock.GetElapsedTime(last, now) < Pause)
                return false;
            if (_told.Count >= MostKept)
                _told.Clear();
            _told[what] = now;
            return true;
        }
    }
}
