namespace Tourism.Pos.Ui.Api;

/// <summary>Names a write: the same request keeps its name until the server has had its last word, so sending it twice does it once.</summary>
public sealed class WriteName
{
    private (Guid Name, object Request)? _open;

    /// <summary>The name to send <paramref name="request"/> under. Requests are compared by value.</summary>
    public Guid For(object request)
    {
        if (_open is not { } open || !open.Request.Equals(request))
            _open = open = (Guid.CreateVersion7(), request);
        return open.Name;
    }

    /// <summary>Tells what came of it; without a last word the name stays.</summary>
    public void Answered(Problem? problem)
    {
        if (problem is not { MayRepeat: true })
            _open = null;
    }
}
