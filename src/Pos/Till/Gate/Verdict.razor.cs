using Microsoft.AspNetCore.Components;
using Tourism.Pos.Shared.Wire;
using Tourism.Pos.Ui.Api;

namespace Tourism.Pos.Till.Gate;

/// <summary>What the gate says to the people before it.</summary>
public sealed partial class Verdict
{
    [Inject]
    public TimeProvider Time { get; set; } = default!;

    [Parameter, EditorRequired]
    public SiteView Site { get; set; } = default!;

    [Parameter]
    public GateResult? Result { get; set; }

    [Parameter]
    public bool Busy { get; set; }

    [Parameter]
    public Problem? Problem { get; set; }

    /// <summary>Of how many codes read at once how many were good.</summary>
    [Parameter]
    public (int Good, int All)? Together { get; set; }

    [Parameter]
    public DateTime Now { get; set; }

    [Parameter]
    public EventCallback OnUndo { get; set; }

    private string Look => Result switch { null => "", { View.Undone: true } => "undone", { Good: true, Direction: ScanDirection.Out } => "good out", { Good: true } => "good", _ => "bad" };

    private string Sign => Result switch { { View.Undone: true } => "back", { Good: true, Direction: ScanDirection.Out } => "leave", { Good: true } => "check", _ => "stop" };

    private string Words(GateResult result) => result switch
    {
        { View.Undone: true } => T("gate.undone"),
        { Good: true, Direction: ScanDirection.Out } => T("gate.went-out", result.View.WentOut),
        { Good: true } => T("gate.admitted", result.View.Admitted),
        _ => T($"gate.{Outcomes.KeyOf(result.View.Outcome)}"),
    };

    private string Todo(GateResult result) => result switch
    {
        { View.Undone: true, Direction: ScanDirection.Out } => T("gate.undone-out-do"),
        { View.Undone: true } => T("gate.undone-do"),
        { Good: true, Direction: ScanDirection.Out } => T("gate.went-out-do"),
        { Good: true } => "",
        _ => T($"gate.{Outcomes.KeyOf(result.View.Outcome)}-do"),
    };

    private string Party(IReadOnlyList<PartyView>? party) =>
        string.Join(T("gate.and"), (party ?? []).Select(part => T("gate.category", In(part.Name), part.Count)));

    private string Rest(GateResult result) => result.View.Use is { Out: > 0 } use && result.People > 0
        ? T("gate.inside-out", use.Inside, result.People, use.Out, result.View.Remaining)
        : result.People > 0
        ? T("gate.inside", result.People - result.View.Remaining, result.People, result.View.Remaining)
        : T("gate.remaining", result.View.Remaining);

    private string LastUse(ScanView view) => view.LastUsedAt is { } at
        ? T("gate.last-used", Moments.When(at, Time), Site.Gates.FirstOrDefault(gate => gate.Code == view.LastUsedGate) is { } gate ? In(gate.Name) : view.LastUsedGate ?? "")
        : view is { Outcome: ScanOutcome.TooEarly or ScanOutcome.TooLate, ValidFrom: { } from, ValidTo: { } to } ? T("gate.days", $"{from:yyyy-MM-dd}", $"{to:yyyy-MM-dd}") : "";
}
