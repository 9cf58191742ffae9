using System.Buffers.Binary;
using System.Text;
using Tourism.Kernel;

namespace Tourism.Pos.Shared.Journals;

/// <summary>
/// Writes values so that equal facts give equal bytes on every machine: integers as 8 bytes big-endian, text as its length and UTF-8,
/// something missing as one zero byte and something present as a one before it.
/// </summary>
internal sealed class CanonicalBytes
{
    private readonly List<byte> _bytes = new(512);

    public byte[] ToArray() => [.. _bytes];

    public CanonicalBytes Add(long value)
    {
        Span<byte> bytes = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(bytes, value);
        _bytes.AddRange(bytes);
        return this;
    }

    public CanonicalBytes Add(Guid id)
    {
        Span<byte> bytes = stackalloc byte[16];
        id.TryWriteBytes(bytes, bigEndian: true, out _);
        _bytes.AddRange(bytes);
        return this;
    }

    public CanonicalBytes Add(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        Add(bytes.Length);
        _bytes.AddRange(bytes);
        return this;
    }

    public CanonicalBytes Add(Yen amount) => Add(amount.Amount);

    /// <summary>Microseconds since 1970, UTC.</summary>
    public CanonicalBytes Add(DateTime time) => Add((time.ToUniversalTime() - DateTime.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond);

    public CanonicalBytes Add<T>(T? value, Action<CanonicalBytes, T> add) where T : class
    {
        _bytes.Add(value is null ? (byte)0 : (byte)1);
        if (value is not null)
            add(this, value);
        return this;
    }

    public CanonicalBytes Add<T>(T? value, Action<CanonicalBytes, T> add) where T : struct
    {
        _bytes.Add(value is null ? (byte)0 : (byte)1);
        if (value is not null)
            add(this, value.Value);
        return this;
    }

    /// <summary>Nothing at all when there is none: for what earlier versions did not know.</summary>
    public CanonicalBytes AddSome<T>(IEnumerable<T>? values, Action<CanonicalBytes, T> add) => values?.ToList() is { Count: > 0 } some ? AddAll(some, add) : this;

    public CanonicalBytes AddAll<T>(IReadOnlyList<T> values, Action<CanonicalBytes, T> add)
    {
        Add(values.Count);
        foreach (var value in values)
            add(this, value);
        return this;
    }
}
