namespace Tourism.Pos.Shared.Wire;

/// <summary>Who may call one address of this installation.</summary>
/// <param name="Method">HTTP method, or <see cref="AnyMethod"/>.</param>
/// <param name="Path">Route, with its placeholders in braces.</param>
/// <param name="Who">Names from <c>Tourism.Kernel.Roles</c>; or only <see cref="Anyone"/>, <see cref="SignedIn"/> or <see cref="Member"/>; empty for nobody.</param>
/// <param name="File">A file as it was built, the same for everybody.</param>
/// <param name="Scope">Scope that opens it to connected systems, or <c>null</c>.</param>
public sealed record AccessRow(string Method, string Path, IReadOnlyList<string> Who, bool File, string? Scope = null)
{
    /// <summary>Whatever the method.</summary>
    public const string AnyMethod = "*";

    /// <summary>Open to all, signed in or not.</summary>
    public const string Anyone = "anyone";

    /// <summary>Open to whoever is signed in.</summary>
    public const string SignedIn = "signed-in";

    /// <summary>Open to a member of the points programme who is signed in, and to nobody among staff.</summary>
    public const string Member = "member";
}
