using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Payments.Counting;

/// <summary>Compares one kind of money on both sides.</summary>
internal interface ICount
{
    /// <summary>The differences it finds, and finds gone.</summary>
    IReadOnlyList<MoneyDifferenceKind> Kinds { get; }

    /// <summary>Compares a business day that has been copied.</summary>
    Task<(Tally Ours, Tally Theirs)> RunAsync(DateOnly day, CancellationToken ct);

    /// <summary>Looks at one subject afresh: writes the difference there is and closes what there is no more.</summary>
    Task JudgeAsync(string subject, DateOnly day, CancellationToken ct);
}
