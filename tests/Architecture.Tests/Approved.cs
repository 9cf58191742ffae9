using Tourism.Testing;

namespace Tourism.Architecture.Tests;

/// <summary>Texts that change only when somebody means it: they stand in <c>Approved/</c> and are reviewed like code.</summary>
internal static class Approved
{
    /// <summary>Fails with the difference and the way to approve it.</summary>
    public static void Check(string name, string actual)
    {
        var file = Repository.Path("tests", "Architecture.Tests", "Approved", name + ".txt");
        actual = actual.ReplaceLineEndings("\n").TrimEnd() + "\n";
        if (Environment.GetEnvironmentVariable("TOURISM_APPROVE") == "1")
            File.WriteAllText(file, actual);
        var approved = File.Exists(file) ? File.ReadAllText(file) : "";
        if (approved != actual)
            Assert.Fail($"{name} has changed:\n{Difference(approved, actual)}\n"
                + "If this is meant: TOURISM_APPROVE=1 scripts/test --filter Approved, then commit the changed files in tests/Architecture.Tests/Approved.");
    }

    private static string Difference(string approved, string actual)
    {
        var (before, after) = (approved.Split('\n'), actual.Split('\n'));
        return string.Join('\n', before.Except(after).Select(line => "- " + line.Trim()).Concat(after.Except(before).Select(line => "+ " + line.Trim())));
    }
}
