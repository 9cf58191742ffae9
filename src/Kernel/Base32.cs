namespace Tourism.Kernel;

/// <summary>
/// Base32 with the alphabet 0-9A-V (RFC 4648 §7, without padding). Only digits and capital letters, so a QR code stays in
/// alphanumeric mode and a keyboard-wedge scanner cannot corrupt it whatever the keyboard layout.
/// </summary>
public static class Base32
{
    private const string Alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUV";

    /// <summary>Characters for <paramref name="bytes"/>: ⌈8n/5⌉ of them.</summary>
    public static string Encode(ReadOnlySpan<byte> bytes)
    {
        var text = new char[(bytes.Length * 8 + 4) / 5];
        int buffer = 0, bits = 0, at = 0;
        foreach (var value in bytes)
        {
            buffer = (buffer << 8) | value;
            for (bits += 8; bits >= 5; bits -= 5)
                text[at++] = Alphabet[(buffer >> (bits - 5)) & 31];
            buffer &= (1 << bits) - 1;
        }

        if (bits > 0)
            text[at] = Alphabet[(buffer << (5 - bits)) & 31];
        return new string(text);
    }

    /// <summary>Bytes of <paramref name="text"/>, either case; <c>null</c> for a foreign character, an impossible length or stray bits.</summary>
    public static byte[]? Decode(ReadOnlySpan<char> text)
    {
        if (text.Length % 8 is 1 or 3 or 6)
            return null;
        var bytes = new byte[text.Length * 5 / 8];
        int buffer = 0, bits = 0, at = 0;
        foreach (var character in text)
        {
            var value = Alphabet.IndexOf(char.ToUpperInvariant(character));
            if (value < 0)
                return null;
            buffer = (buffer << 5) | value;
            if ((bits += 5) < 8)
                continue;
            bits -= 8;
            bytes[at++] = (byte)(buffer >> bits);
            buffer &= (1 << bits) - 1;
        }

        return buffer == 0 ? bytes : null;
    }
}
