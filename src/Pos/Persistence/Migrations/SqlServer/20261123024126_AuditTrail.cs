using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Tourism.Pos.Persistence.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class AuditTrail : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "pos_audit",
                columns: table => new
                {
                    Seq = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Day = table.Column<DateOnly>(type: "date", nullable: false),
                    Number = table.Column<int>(type: "int", nullable: false),
                    At = table.Column<DateTime>(type: "datetime2(6)", precision: 6, nullable: false),
                    Deed = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Person = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    Site = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    Till = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    Gate = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    Device = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Subject = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Details = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: true),
                    Salt = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    Commitment = table.Column<string>(type: "nchar(64)", fixedLength: true, maxLength: 64, nullable: false),
                    Previous = table.Column<string>(type: "nchar(64)", fixedLength: true, maxLength: 64, nullable: false),
                    Hash = table.Column<string>(type: "nchar(64)", fixedLength: true, maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_pos_audit", x => x.Seq);
                });

            migrationBuilder.CreateTable(
                name: "pos_audit_head",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Day = table.Column<DateOnly>(type: "date", nullable: false),
                    Number = table.Column<int>(type: "int", nullable: false),
                    Hash = table.Column<string>(type: "nchar(64)", fixedLength: true, maxLength: 64, nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_pos_audit_head", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_pos_audit_Day_Number",
                table: "pos_audit",
                columns: new[] { "Day", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_pos_audit_Deed_Seq",
                table: "pos_audit",
                columns: new[] { "Deed", "Seq" });

            migrationBuilder.CreateIndex(
                name: "IX_pos_audit_Person_Seq",
                table: "pos_audit",
                columns: new[] { "Person", "Seq" });

            migrationBuilder.Sql("""
                EXEC(N'CREATE TRIGGER [pos_audit_stays] ON [pos_audit] AFTER UPDATE, DELETE AS
                IF EXISTS (SELECT 1 FROM deleted) AND (NOT EXISTS (SELECT 1 FROM inserted) OR EXISTS (SELECT 1 FROM inserted WHERE [Details] IS NOT NULL OR [Salt] IS NOT NULL) OR UPDATE([Day]) OR UPDATE([Number]) OR UPDATE([At]) OR UPDATE([Deed]) OR UPDATE([Person]) OR UPDATE([Site]) OR UPDATE([Till]) OR UPDATE([Gate]) OR UPDATE([Device]) OR UPDATE([Subject]) OR UPDATE([Commitment]) OR UPDATE([Previous]) OR UPDATE([Hash]))
                    THROW 51000, ''The audit trail stays as it was written.'', 1;');
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "pos_audit");

            migrationBuilder.DropTable(
                name: "pos_audit_head");
        }
    }
}
