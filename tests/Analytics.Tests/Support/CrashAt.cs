using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Tourism.Analytics.Tests.Support;

/// <summary>The power goes at the n-th thing this host asks of its database: a statement, a commit, or the line after a commit.</summary>
internal sealed class CrashAt : DbCommandInterceptor, IDbTransactionInterceptor
{
    private int _left = int.MaxValue;

    public void Arm(int step) => _left = step;

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData data, InterceptionResult<DbDataReader> result, CancellationToken ct = default) => Step(result);

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData data, InterceptionResult<int> result, CancellationToken ct = default) => Step(result);

    public ValueTask<InterceptionResult> TransactionCommittingAsync(
        DbTransaction transaction, TransactionEventData data, InterceptionResult result, CancellationToken ct = default) => Step(result);

    public async Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData data, CancellationToken ct = default) => await Step(0);

    private ValueTask<T> Step<T>(T result) => --_left > 0 ? ValueTask.FromResult(result) : throw new PowerCut();
}

internal sealed class PowerCut() : Exception("The power is gone.");
