using System.Net;

namespace Tourism.Kernel.Server.Hosting;

/// <summary>Secrets come from the environment or from a file that only this program may read.</summary>
public static class SecretFile
{
    /// <summary>The secret itself, else what the file holds, without the line end editors add.</summary>
    public static string? Read(string? secret, string? file) =>
        !string.IsNullOrEmpty(secret) ? secret : string.IsNullOrWhiteSpace(file) ? null : File.ReadAllText(file).TrimEnd('\r', '\n');

    /// <summary>Why <paramref name="file"/> cannot be used; <c>null</c> when it can, or when there is none.</summary>
    public static string? Error(string setting, string? file)
    {
        if (string.IsNullOrWhiteSpace(file))
            return null;
        try
        {
            return File.ReadAllText(file).Trim().Length > 0 ? null : $"{setting} '{file}' is empty. Put the secret into it.";
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return $"{setting} '{file}' cannot be read. Name a file with the secret that this program may read.";
        }
    }

    /// <summary>True for localhost and the addresses of loopback: what goes there leaves no machine.</summary>
    public static bool IsThisMachine(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
