namespace Tourism.Testing;

/// <summary>A folder that is gone with the test. Its name holds a space, because customers' folders do.</summary>
public sealed class TemporaryFolder : IDisposable
{
    /// <summary>The folder.</summary>
    public string FullName { get; } = Directory.CreateTempSubdirectory("tourism test ").FullName;

    /// <summary>A path in it.</summary>
    public string Path(string name) => System.IO.Path.Combine(FullName, name);

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(FullName, recursive: true);
}
