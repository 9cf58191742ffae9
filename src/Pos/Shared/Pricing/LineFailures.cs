using Tourism.Kernel;

namespace Tourism.Pos.Shared.Pricing;

/// <summary>The tariff of this day has no such reduction.</summary>
public sealed record UnknownReduction(string Reduction, string Site, string At) : Failure(
    "unknown-reduction", FailureKind.Invalid,
    $"「{Site}」のこの日の料金に減免「{Reduction}」はありません。料金表の減免コードを使ってください。",
    $"The tariff of '{Site}' has no reduction '{Reduction}' on this day. Use a reduction code of the tariff.", At);

/// <summary>The reduction is not for this product.</summary>
public sealed record ReductionNotAllowed(string Reduction, string Product, string At) : Failure(
    "reduction-not-allowed", FailureKind.Invalid,
    $"減免「{Reduction}」は「{Product}」には使えません。減免を外すか、別の区分にしてください。",
    $"The reduction '{Reduction}' is not for '{Product}'. Take it off, or choose another category.", At);

/// <summary>Every weighing is a line of its own.</summary>
public sealed record WeighedOneByOne(int Quantity, string At) : Failure(
    "weighed-one-by-one", FailureKind.Invalid,
    $"量り売りの数量は 1 です（{Quantity} になっています）。計量ごとに明細を分けてください。",
    $"Weighed goods have the quantity 1, not {Quantity}. Give each weighing a line of its own.", At);

/// <summary>Weighed goods came without a weight.</summary>
public sealed record WeighingMissing(string Product, string At) : Failure(
    "weighing-missing", FailureKind.Invalid,
    $"「{Product}」は量り売りです。計量してください。",
    $"'{Product}' is sold by weight. Weigh it.", At);

/// <summary>A weight came with something that is not weighed.</summary>
public sealed record WeighingNotWanted(string Product, string At) : Failure(
    "weighing-not-wanted", FailureKind.Invalid,
    $"「{Product}」は量り売りではありません。重さは送らないでください。",
    $"'{Product}' is not sold by weight. Leave the weighing out.", At);

/// <summary>A weight no scale here can show.</summary>
public sealed record WrongWeight(int Grams, string At) : Failure(
    "wrong-weight", FailureKind.Invalid,
    $"重さ {Grams} g は使えません。1～{Calculator.MaxGrams} g にしてください。",
    $"A weight of {Grams} g is not possible. Use 1 to {Calculator.MaxGrams} g.", At);

/// <summary>The container weighs less than nothing, or all there is.</summary>
public sealed record WrongTare(int Grams, string At) : Failure(
    "wrong-tare", FailureKind.Invalid,
    $"風袋 {Grams} g は使えません。0 g 以上、総重量未満にしてください。",
    $"A tare of {Grams} g is not possible. Use 0 g or more, and less than the gross weight.", At);
