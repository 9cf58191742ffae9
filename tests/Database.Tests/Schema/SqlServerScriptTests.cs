using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.SqlServer.Dac.Model;
using Microsoft.SqlServer.TransactSql.ScriptDom;
using Tourism.Kernel.Server.Persistence;

namespace Tourism.Database.Tests.Schema;

/// <summary>SQL Server's schemas, checked with Microsoft's own parser and model because no build machine has the server.</summary>
public sealed class SqlServerScriptTests
{
    /// <summary>Largest key of an index, in bytes (SQL Server, maximum capacity specifications).</summary>
    private const int MaxIndexKey = 1700;

    public static TheoryData<string> Prefixes { get; } = new(Modules.Prefixes);

    [Theory]
    [MemberData(nameof(Prefixes))]
    public void Script_ForAnOperator_ParsesAndCanRunTwice(string prefix)
    {
        using var db = Modules.Offline(prefix, DatabaseProvider.SqlServer);
        var script = db.GetService<IMigrator>().GenerateScript(options: MigrationsSqlGenerationOptions.Idempotent);
        Assert.Contains("IF NOT EXISTS", script, StringComparison.Ordinal);
        Assert.NotEmpty(Parse(script).Batches);
    }

    [Theory]
    [MemberData(nameof(Prefixes))]
    public void Schema_AsSqlServerReadsIt_IsValid(string prefix)
    {
        using var db = Modules.Offline(prefix, DatabaseProvider.SqlServer);
        using var model = new TSqlModel(SqlServerVersion.Sql160, new TSqlModelOptions());
        var statements = Statements(db);
        foreach (var statement in statements)
            model.AddObjects(statement);
        Assert.True(statements.Count > 1);
        Assert.Empty(model.Validate().Where(message => message.MessageType == Microsoft.SqlServer.Dac.DacMessageType.Error).Select(message => message.ToString()));
    }

    [Fact]
    public void Schema_WithABrokenReference_IsFound()
    {
        using var model = new TSqlModel(SqlServerVersion.Sql160, new TSqlModelOptions());
        model.AddObjects("CREATE TABLE a (Id bigint NOT NULL PRIMARY KEY, B bigint NOT NULL REFERENCES b (Id))");
        Assert.NotEmpty(model.Validate());
    }

    /// <summary>SQL Server refuses such a table when it is made (error 1785); the other databases do not mind.</summary>
    [Theory]
    [MemberData(nameof(Prefixes))]
    public void References_ThatDeleteAlong_ReachNoTableInTwoWays(string prefix)
    {
        using var db = Modules.Offline(prefix, DatabaseProvider.SqlServer);
        foreach (var table in db.Model.GetRelationalModel().Tables)
        {
            var reached = Below(table, []).GroupBy(one => one.Name).Where(group => group.Count() > 1).Select(group => group.Key);
            Assert.Empty(reached);
        }
    }

    [Theory]
    [MemberData(nameof(Prefixes))]
    public void Indexes_OfAnyTable_FitIntoAKey(string prefix)
    {
        using var db = Modules.Offline(prefix, DatabaseProvider.SqlServer);
        foreach (var index in db.Model.GetRelationalModel().Tables.SelectMany(table => table.Indexes))
            Assert.True(index.Columns.Sum(BytesOf) <= MaxIndexKey, $"{index.Name} is too wide for SQL Server.");
    }

    /// <summary>The schema of the model, and whatever migrations create beyond it (views, triggers, procedures).</summary>
    private static List<string> Statements(DbContext db)
    {
        var create = Parse(db.Database.GenerateCreateScript()).Batches.SelectMany(batch => batch.Statements);
        var more = new Programs();
        Parse(db.GetService<IMigrator>().GenerateScript()).Accept(more);
        var generator = new Sql160ScriptGenerator();
        return [.. create.Concat(more.Found).Select(statement =>
        {
            generator.GenerateScript(statement, out var text);
            return text;
        })];
    }

    private static TSqlScript Parse(string script)
    {
        using var reader = new StringReader(script);
        var parsed = new TSql170Parser(initialQuotedIdentifiers: true).Parse(reader, out var errors);
        Assert.Empty(errors.Select(error => $"line {error.Line}: {error.Message}"));
        return Assert.IsType<TSqlScript>(parsed);
    }

    private static IEnumerable<ITable> Below(ITable table, IReadOnlyList<ITable> above)
    {
        foreach (var key in table.ReferencingForeignKeyConstraints.Where(key => key.OnDeleteAction is ReferentialAction.Cascade or ReferentialAction.SetNull))
        {
            Assert.DoesNotContain(key.Table, above.Append(table));
            yield return key.Table;
            foreach (var deeper in Below(key.Table, [.. above, table]))
                yield return deeper;
        }
    }

    private static int BytesOf(IColumn column) => column.StoreTypeMapping switch
    {
        { ClrType: var type } when type == typeof(string) => 2 * (column.StoreTypeMapping.Size ?? MaxIndexKey),
        { ClrType: var type } when type == typeof(byte[]) => column.StoreTypeMapping.Size ?? MaxIndexKey,
        { ClrType: var type } when type == typeof(Guid) => 16,
        _ => 8,
    };

    private sealed class Programs : TSqlFragmentVisitor
    {
        public List<TSqlStatement> Found { get; } = [];

        public override void Visit(ViewStatementBody node) => Found.Add(node);

        public override void Visit(TriggerStatementBody node) => Found.Add(node);

        public override void Visit(ProcedureStatementBody node) => Found.Add(node);

        public override void Visit(FunctionStatementBody node) => Found.Add(node);
    }
}
