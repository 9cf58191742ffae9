using Tourism.Testing.Hosts;
using Xunit;

namespace Tourism.Testing;

/// <summary>What a test needs from the machine: missing, it is a skip that says how to get it, and a failure on a build server.</summary>
public static class Needs
{
    /// <summary>A host to start as a process.</summary>
    public static void Host() => Demand(HostProcess.Missing);

    /// <summary>Path of a Chromium browser.</summary>
    public static string Chromium()
    {
        var path = Environment.GetEnvironmentVariable("TOURISM_TEST_CHROMIUM");
        Demand(File.Exists(path) ? null : "No Chromium: run scripts/test on a machine that has it, or set TOURISM_TEST_CHROMIUM to its path.");
        return path!;
    }

    /// <summary>A program on the PATH.</summary>
    /// <param name="name">The program.</param>
    /// <param name="package">Debian's package that brings it.</param>
    public static void Program(string name, string package)
    {
        var there = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, name)));
        Demand(there ? null : $"No {name}: apt-get install {package}.");
    }

    /// <summary>Goes on only if <paramref name="missing"/> is <c>null</c>.</summary>
    /// <param name="missing">What is missing, and how to get it.</param>
    /// <param name="alsoInCi">False for what even a build server need not have.</param>
    public static void Demand(string? missing, bool alsoInCi = true)
    {
        if (missing is not null && alsoInCi && Environment.GetEnvironmentVariable("CI") == "true")
            Assert.Fail(missing);
        Assert.SkipWhen(missing is not null, missing ?? "");
    }
}
