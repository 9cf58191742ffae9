using System.Reflection;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Tourism.Kernel.Server.Http;
using IComponent = Microsoft.AspNetCore.Components.IComponent;

namespace Tourism.Architecture.Tests;

/// <summary>A module shows its entry and nothing else.</summary>
public sealed class VisibilityTests
{
    public static TheoryData<string> ModuleNames => Product.ModuleNames;

    [Theory]
    [MemberData(nameof(ModuleNames))]
    public void Module_Shows_ItsEntryOnly(string name)
    {
        var types = Product.Load(name).GetExportedTypes();
        var seenByComponents = types.Where(IsComponent).SelectMany(type => type.GetProperties()).Select(property => property.PropertyType).ToHashSet();
        var shown = types.Where(type => !IsComponent(type) && !seenByComponents.Contains(type) && !IsGenerated(type));
        Assert.Equal([name[(name.LastIndexOf('.') + 1)..] + "Module"], shown.Select(type => type.Name));
    }

    [Theory]
    [MemberData(nameof(ModuleNames))]
    public void Class_WithoutHeirs_IsSealed(string name)
    {
        var types = Product.Load(name).GetTypes().Where(type => type.IsClass && type.Namespace?.StartsWith("Tourism", StringComparison.Ordinal) == true).ToList();
        var parents = types.Select(type => type.BaseType is { IsGenericType: true } generic ? generic.GetGenericTypeDefinition() : type.BaseType).ToHashSet();
        var open = types.Where(type => !type.IsSealed && !type.IsAbstract && !parents.Contains(type) && !IsComponent(type) && !IsGenerated(type));
        Assert.Empty(open.Select(type => type.FullName));
    }

    [Theory]
    [MemberData(nameof(ModuleNames))]
    public void Controller_OfAModule_IsInternalAndSealed(string name)
    {
        var controllers = Product.Load(name).GetTypes().Where(typeof(ControllerBase).IsAssignableFrom).ToList();
        Assert.NotEmpty(controllers);
        Assert.All(controllers, controller => Assert.True(controller is { IsSealed: true, IsPublic: false, IsNestedPublic: false }, controller.FullName));
        Assert.All(controllers.Where(type => type.GetCustomAttributes<RouteAttribute>().Any(route => route.Template.StartsWith("api/", StringComparison.Ordinal))),
            controller => Assert.True(controller.IsSubclassOf(typeof(ApiController)), controller.FullName));
    }

    private static bool IsComponent(Type type) => typeof(IComponent).IsAssignableFrom(type);

    /// <summary>Migrations, and what the compiler makes of Program and of Razor files.</summary>
    private static bool IsGenerated(Type type) => type.IsSubclassOf(typeof(Migration)) || type.IsSubclassOf(typeof(ModelSnapshot))
        || type.Name is "Program" or "_Imports"
        || type.Namespace is null || type.GetCustomAttribute<System.Runtime.CompilerServices.CompilerGeneratedAttribute>() is not null;
}
