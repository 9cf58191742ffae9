using System.Reflection;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.Extensions.DependencyInjection;

namespace Tourism.Kernel.Server.Http;

/// <summary>Lets controllers be <c>internal sealed</c> like everything else of a module, so that they can take its use cases directly.</summary>
public sealed class InternalControllers : ControllerFeatureProvider
{
    /// <summary>Replaces the framework's rule, under which only public classes are controllers, and adds the assembly of <typeparamref name="T"/>.</summary>
    public static void AddTo<T>(IMvcBuilder mvc) => mvc.AddApplicationPart(typeof(T).Assembly).ConfigureApplicationPartManager(parts =>
    {
        foreach (var provider in parts.FeatureProviders.OfType<ControllerFeatureProvider>().ToList())
            parts.FeatureProviders.Remove(provider);
        parts.FeatureProviders.Add(new InternalControllers());
    });

    /// <inheritdoc/>
    protected override bool IsController(TypeInfo typeInfo) =>
        typeof(ControllerBase).IsAssignableFrom(typeInfo) && typeInfo is { IsAbstract: false, ContainsGenericParameters: false };
}
