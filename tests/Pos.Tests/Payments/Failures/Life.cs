using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Tourism.Pos.Persistence;

namespace Tourism.Pos.Tests.Payments.Failures;

/// <summary>
/// A host that may die at any moment at which it waits for the provider or the database. Dead, it neither calls nor writes any more, whatever its
/// code does about the exception. The provider lives on: its side of a call has no such life.
/// </summary>
internal sealed class Life(Func<bool> ends)
{
    private static readonly AsyncLocal<Life?> Current = new();

    /// <summary>Moments lived through.</summary>
    public int Moments { get; private set; }

    public bool IsOver { get; private set; }

    /// <summary>Does <paramref name="work"/>, perhaps not to its end.</summary>
    /// <param name="ends">Asked at every moment whether it is the last.</param>
    /// <param name="work">What the host does.</param>
    public static async Task<Life> RunAsync(Func<bool> ends, Func<Task> work)
    {
        var life = Current.Value = new Life(ends);
        try
        {
            await work();
        }
        catch (Exception) when (life.IsOver)
        {
            // Nobody is left to hear of it.
        }

        Current.Value = null;
        return life;
    }

    /// <summary>Dies at moment number <paramref name="last"/>, counted from zero.</summary>
    public static Task<Life> RunAsync(int last, Func<Task> work)
    {
        var moment = 0;
        return RunAsync(() => moment++ == last, work);
    }

    /// <summary>What others do while a host waits: its death is not theirs.</summary>
    public static async Task ApartAsync(Func<Task> work)
    {
        Current.Value = null;
        await work();
    }

    public static void Pass() => Current.Value?.Live();

    /// <summary>Makes every use of the database such a moment.</summary>
    public static void Watch(IServiceCollection services) =>
        services.ConfigureDbContext<SqlitePosDbContext>(options => options.AddInterceptors(new Opening(), new Committing()));

    private void Live()
    {
        IsOver = IsOver || ends();
        if (IsOver)
            throw new PowerCutException();
        Moments++;
    }

    private sealed class PowerCutException() : Exception("The host is dead.");

    private sealed class Opening : DbConnectionInterceptor
    {
        public override ValueTask<InterceptionResult> ConnectionOpeningAsync(
            DbConnection connection, ConnectionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
        {
            Pass();
            return base.ConnectionOpeningAsync(connection, eventData, result, cancellationToken);
        }
    }

    private sealed class Committing : DbTransactionInterceptor
    {
        public override ValueTask<InterceptionResult> TransactionCommittingAsync(
            DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
        {
            Pass();
            return base.TransactionCommittingAsync(transaction, eventData, result, cancellationToken);
        }

        public override Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            Pass();
            return base.TransactionCommittedAsync(transaction, eventData, cancellationToken);
        }
    }
}
