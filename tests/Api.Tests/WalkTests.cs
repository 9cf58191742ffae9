using System.Diagnostics;
using Tourism.Testing;
using Tourism.Testing.Databases;

namespace Tourism.Api.Tests;

/// <summary>The curl walk of the README, exactly as a reader would paste it.</summary>
public sealed class WalkTests(SqliteFixture database) : IClassFixture<SqliteFixture>
{
    [Fact]
    public async Task Walk_AsPrintedInTheReadme_EndsWithTheDaysFigures()
    {
        await using var host = await RunningHost.StartAsync(database);

        var output = await RunAsync("set -euo pipefail\n" + Walk(), host.Url);

        Assert.Equal(
            ["sold: a repeat gives the same ticket", "awaitingPayment", "paid by QR", "100", "60", "completed", "admitted", "alreadyUsed", "40"],
            output.Split('\n').Take(9));
        Assert.Contains("3300", output[output.IndexOf("40\n", StringComparison.Ordinal)..], StringComparison.Ordinal);
    }

    private static string Walk()
    {
        var readme = File.ReadAllText(Repository.Path("README.md"));
        var walk = readme.Split("<!-- walk:begin -->")[1].Split("<!-- walk:end -->")[0];
        return walk.Split("```bash")[1].Split("```")[0];
    }

    private static async Task<string> RunAsync(string script, Uri host)
    {
        using var bash = Process.Start(new ProcessStartInfo("bash", ["-c", script])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["BASE"] = host.GetLeftPart(UriPartial.Authority) },
        })!;
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        var errors = bash.StandardError.ReadToEndAsync(patience.Token);
        var output = await bash.StandardOutput.ReadToEndAsync(patience.Token);
        await bash.WaitForExitAsync(patience.Token);
        Assert.True(bash.ExitCode == 0, output + await errors);
        return output;
    }
}
