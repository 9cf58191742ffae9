namespace Tourism.Pos.Shared.Tickets;

/// <summary>Unsigned LEB128 of up to 28 bits: seven bits a byte, lowest first.</summary>
internal static class Varint
{
    public static void Write(List<byte> bytes, int value)
    {
        var rest = checked((uint)value);
        for (; rest >= 0x80; rest >>= 7)
            bytes.Add((byte)(rest | 0x80));
        bytes.Add((byte)rest);
    }

    public static bool TryRead(ref ReadOnlySpan<byte> bytes, out int value)
    {
        value = 0;
        for (var index = 0; index < 4 && index < bytes.Length; index++)
        {
            value |= (bytes[index] & 0x7F) << (7 * index);
            if ((bytes[index] & 0x80) != 0)
                continue;
            bytes = bytes[(index + 1)..];
            return true;
        }

        return false;
    }
}
