namespace Tourism.Kernel.Server.Persistence;

/// <summary>Something to write, checked and complete: it never changes and may run more than once.</summary>
public interface IGroupCommand
{
    /// <summary>Made by the client; no two commands of a group share it.</summary>
    Guid Id { get; }
}

/// <summary>Writes a group of commands.</summary>
public interface IGroupWork<in TContext, in TCommand, T> where TContext : ModuleDbContext
{
    /// <summary>
    /// Looks up in one query for the whole group what is already there, and adds the rest. Returns one outcome for each command, in their
    /// order; a command with a failure leaves nothing in <paramref name="db"/>. A throw makes each command come again alone.
    /// </summary>
    Task<Result<T>[]> WriteAsync(TContext db, IReadOnlyList<TCommand> commands, CancellationToken ct);
}
