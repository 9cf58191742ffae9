using Tourism.Kernel;
using Tourism.Kernel.Server.Persistence;

namespace Tourism.Pos.Audit;

/// <summary>
/// The command <c>verify</c>: recomputes the audit trail beside a running host and prints the hash each day closes with, to be kept outside
/// this system. Exit code 0 for a whole trail, 2 for one that was tampered with.
/// </summary>
internal static class VerifyTrail
{
    private const int Tampered = 2;

    public static async Task<int> RunAsync(IServiceProvider services)
    {
        foreach (var schema in services.GetServices<ISchema>())
        {
            if (await schema.MissingAsync(CancellationToken.None) is { Count: > 0 })
                throw new Http.StartRefusedException("The database is not up to date, so there is no trail to verify. Run `migrate` first.");
        }

        var check = await services.GetRequiredService<CheckAudit>().HandleAsync(from: null, CancellationToken.None);
        foreach (var day in check.Days)
            await Console.Out.WriteLineAsync($"{BusinessDate.Text(day.Day)} {day.Entries} entries, closes with {day.Closes}{(day.BrokenAt is { } number ? $", BROKEN at {number}" : "")}");
        await Console.Out.WriteLineAsync(check.Whole ? "The audit trail is whole." : "The audit trail was changed after it was written.");
        return check.Whole ? 0 : Tampered;
    }
}
