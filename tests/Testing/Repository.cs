namespace Tourism.Testing;

/// <summary>Where the sources are: tests run from artifacts below them.</summary>
public static class Repository
{
    /// <summary>Folder of <c>Tourism.sln</c>.</summary>
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    /// <summary>A path below <see cref="Root"/>.</summary>
    public static string Path(params string[] parts) => System.IO.Path.Combine([Root, .. parts]);

    private static string Find(string? folder)
    {
        while (folder is not null && !File.Exists(System.IO.Path.Combine(folder, "Tourism.sln")))
            folder = System.IO.Path.GetDirectoryName(folder);
        return folder ?? throw new InvalidOperationException("Tourism.sln is in no folder above the tests.");
    }
}
