using Microsoft.Extensions.Options;
using Tourism.Kernel.Server.Hosting;
using Tourism.Kernel.Server.Persistence;

namespace Tourism.Pos.Http;

/// <summary>The embedded database belongs to one process: a second host on the same folder refuses to start.</summary>
internal sealed class DataLock(IOptions<TourismOptions> options) : IDisposable
{
    private FileStream? _held;

    public void Take()
    {
        if (options.Value.Database.Provider != DatabaseProvider.Sqlite)
            return;
        var file = Path.Combine(options.Value.DataDirectory, "host.lock");
        try
        {
            _held = new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException error)
        {
            throw new StartRefusedException(
                $"Another host is running on '{options.Value.DataDirectory}'. Stop it, or give this one another folder with Tourism__DataDirectory.", error);
        }
    }

    public void Dispose() => _held?.Dispose();
}
