using System.Runtime.InteropServices;

namespace Tourism.Analytics.Lake;

/// <summary>
/// Brings a renamed file's name to the disk. .NET flushes files but not folders, and a name lost in a power cut after the manifest
/// was committed would be a part that is missing for good. Windows keeps names by its journal and offers no such call.
/// </summary>
internal static class DurableDirectory
{
    private const int ReadOnly = 0;

    public static void Flush(string directory)
    {
        if (OperatingSystem.IsWindows())
            return;
        var handle = Require(Open(directory, ReadOnly), directory);
        try
        {
            Require(FSync(handle), directory);
        }
        finally
        {
            Require(Close(handle), directory);
        }
    }

    private static int Require(int result, string directory) =>
        result >= 0 ? result : throw new IOException($"'{directory}' could not be flushed to disk (error {Marshal.GetLastPInvokeError()}).");

    [DllImport("libc", EntryPoint = "open", SetLastError = true, CharSet = CharSet.Ansi, BestFitMapping = false)]
    private static extern int Open([MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags);

    [DllImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static extern int FSync(int handle);

    [DllImport("libc", EntryPoint = "close", SetLastError = true)]
    private static extern int Close(int handle);
}
