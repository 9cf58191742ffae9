namespace Tourism.Kernel.Server.Http;

/// <summary>Opens an endpoint also to connected systems that have the scope. One on the method counts more than one on the class.</summary>
/// <param name="name">One of <see cref="Scopes"/>.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class ScopeAttribute(string name) : Attribute
{
    /// <summary>One of <see cref="Scopes"/>.</summary>
    public string Name { get; } = name;
}
