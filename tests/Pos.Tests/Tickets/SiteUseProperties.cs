using CsCheck;
using Tourism.Pos.Shared.Tickets;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Tests.Tickets;

/// <summary>Whatever is shown at a gate, and taken back: never more people inside than the party.</summary>
public sealed class SiteUseProperties
{
    private static readonly DateOnly FirstDay = new(2026, 11, 22);

    private enum Act
    {
        In,
        Out,
        Undo,
        Tomorrow,
    }

    [Fact]
    public void AnyDay_OfComingAndGoing_KeepsThePartyAndTheSums()
    {
        var act = Gen.Select(Gen.Frequency((6, Gen.Const(Act.In)), (6, Gen.Const(Act.Out)), (3, Gen.Const(Act.Undo)), (1, Gen.Const(Act.Tomorrow))), Gen.Int[1, 6]);
        Gen.Select(Gen.Int[1, 6], act.Array[1, 40]).Sample((party, acts) =>
        {
            var model = new PlainParty(party);
            foreach (var (what, people) in acts)
                model.Do(what, people);
        }, iter: 20_000);
    }

    /// <summary>Each person of a party by name, with what the sums must come to.</summary>
    private sealed class PlainParty(int people)
    {
        private readonly Stack<(int People, int Again, ScanDirection Direction)> _standing = new();
        private readonly List<int> _entered = [];
        private DateOnly _today = FirstDay;
        private SiteUseView _use = SiteUseView.None;
        private int _inside;
        private int _out;

        public void Do(Act what, int count)
        {
            switch (what)
            {
                case Act.Undo:
                    Undo();
                    break;
                case Act.Tomorrow:
                    Tomorrow();
                    break;
                default:
                    Move(count, what == Act.In ? ScanDirection.In : ScanDirection.Out);
                    break;
            }

            Assert.InRange(_inside, 0, people);
            Assert.InRange(_entered.Sum(), 0, people);
            Assert.Equal((_entered.Sum(), _inside, _out), (_use.Admitted, _use.On(_today).Inside, _use.On(_today).Out));
        }

        private void Move(int count, ScanDirection direction)
        {
            var may = direction == ScanDirection.In ? count <= people - _entered.Sum() + _out : count <= _inside;
            var ticket = new TicketAtGate(TicketStanding.Good, FirstDay, FirstDay.AddDays(99), AdmitsHere: true, people, _use, Reentry: true);
            var scan = new ScanRequest(Guid.Empty, "", count, default) { Direction = direction };
            var (outcome, moved) = GateDecision.Of(ticket, scan, _today);
            Assert.Equal(may, outcome is ScanOutcome.Admitted or ScanOutcome.WentOut);
            Assert.Equal(may ? count : 0, moved);
            if (!may)
                return;
            var back = direction == ScanDirection.In ? Math.Min(count, _out) : 0;
            (_inside, _out) = direction == ScanDirection.In ? (_inside + count, _out - back) : (_inside - count, _out + count);
            _entered.Add(direction == ScanDirection.In ? count - back : 0);
            (_use, var again) = _use.Move(count, direction, _today);
            Assert.Equal(direction == ScanDirection.In ? back : count, again);
            _standing.Push((count, again, direction));
        }

        private void Undo()
        {
            if (!_standing.TryPop(out var last))
                return;
            (_inside, _out) = last.Direction == ScanDirection.In
                ? (_inside - last.People, _out + last.Again)
                : (_inside + last.People, _out - last.People);
            _entered.RemoveAt(_entered.Count - 1);
            _use = _use.Without(last.People, last.Again, last.Direction, _today)!;
            Assert.NotNull(_use);
        }

        /// <summary>Whoever was inside or out is neither on the next day, and nothing of yesterday is taken back.</summary>
        private void Tomorrow()
        {
            (_today, _inside, _out) = (_today.AddDays(1), 0, 0);
            _standing.Clear();
        }
    }
}
