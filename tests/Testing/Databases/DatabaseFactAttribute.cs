using System.Runtime.CompilerServices;
using Xunit;
using Xunit.Sdk;
using Xunit.v3;

namespace Tourism.Testing.Databases;

/// <summary>A test of a <see cref="DatabaseSuite"/>: there only where the suite's database is there.</summary>
[XunitTestCaseDiscoverer(typeof(DatabaseFactDiscoverer))]
[AttributeUsage(AttributeTargets.Method)]
public sealed class DatabaseFactAttribute([CallerFilePath] string? file = null, [CallerLineNumber] int line = -1) : FactAttribute(file, line);

/// <summary>Leaves out the tests of a suite without a database; the suite's own fact says why.</summary>
public sealed class DatabaseFactDiscoverer : FactDiscoverer
{
    /// <inheritdoc/>
    public override ValueTask<IReadOnlyCollection<IXunitTestCase>> Discover(
        ITestFrameworkDiscoveryOptions discoveryOptions, IXunitTestMethod testMethod, IFactAttribute factAttribute) =>
        IsMissing(testMethod.TestClass.Class)
            ? ValueTask.FromResult<IReadOnlyCollection<IXunitTestCase>>([])
            : base.Discover(discoveryOptions, testMethod, factAttribute);

    private static bool IsMissing(Type suite)
    {
        var fixture = suite.GetInterfaces()
            .Where(type => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IClassFixture<>))
            .Select(type => type.GenericTypeArguments[0])
            .Single(type => type.IsSubclassOf(typeof(DatabaseFixture)));
        return ((DatabaseFixture)Activator.CreateInstance(fixture)!).Missing is not null;
    }
}
