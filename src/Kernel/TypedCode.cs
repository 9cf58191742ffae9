namespace Tourism.Kernel;

/// <summary>Codes that people type from paper.</summary>
public static class TypedCode
{
    private const int Group = 4;

    /// <summary>In groups of four, as they are printed.</summary>
    /// <param name="code">Digits.</param>
    public static string Spaced(string code) => string.Join(' ', code.Chunk(Group).Select(part => new string(part)));
}
