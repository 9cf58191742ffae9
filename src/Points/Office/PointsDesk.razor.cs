using Microsoft.AspNetCore.Components;
using Tourism.Points.Contracts;

namespace Tourism.Points.Office;

/// <summary>The points office: find or register a member, hand out the card, grant points.</summary>
public sealed partial class PointsDesk
{
    private IReadOnlyList<MemberView>? _members;
    private IReadOnlyList<ProgrammeView> _programmes = [];
    private MemberView? _open;
    private string _search = "";
    private int _asked;

    private IEnumerable<MemberView> Found =>
        (_members ?? []).Where(member => member.Name.Contains(_search.Trim(), StringComparison.OrdinalIgnoreCase));

    protected override Task OnInitializedAsync() => LoadAsync();

    private async Task LoadAsync()
    {
        var mine = ++_asked;
        var members = await Api.GetAsync<IReadOnlyList<MemberView>>("/api/v1/points/members", Gone);
        var programmes = await Api.GetAsync<IReadOnlyList<ProgrammeView>>("/api/v1/points/programmes", Gone);
        // An older answer may come later, and does not know who was registered meanwhile.
        if (mine != _asked)
            return;
        Problem = members.Problem ?? programmes.Problem;
        if (Problem is not null)
            return;
        (_members, _programmes) = (members.Value, programmes.Value);
        _open = _members.FirstOrDefault(member => member.Id == _open?.Id);
    }

    private void Open(MemberView? member) => _open = member;

    private async Task RegisteredAsync(MemberView member)
    {
        _open = member;
        await LoadAsync();
    }
}
