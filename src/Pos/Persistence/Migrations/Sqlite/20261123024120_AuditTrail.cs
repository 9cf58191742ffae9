using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Tourism.Pos.Persistence.Migrations.Sqlite
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
                    Seq = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", precision: 6, nullable: false),
                    Deed = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Person = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Site = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Till = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Gate = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Device = table.Column<Guid>(type: "TEXT", nullable: true),
                    Subject = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Details = table.Column<string>(type: "TEXT", maxLength: -1, nullable: true),
                    Salt = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Commitment = table.Column<string>(type: "TEXT", fixedLength: true, maxLength: 64, nullable: false),
                    Previous = table.Column<string>(type: "TEXT", fixedLength: true, maxLength: 64, nullable: false),
                    Hash = table.Column<string>(type: "TEXT", fixedLength: true, maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_pos_audit", x => x.Seq);
                });

            migrationBuilder.CreateTable(
                name: "pos_audit_head",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Hash = table.Column<string>(type: "TEXT", fixedLength: true, maxLength: 64, nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
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

            migrationBuilder.Sql("""CREATE TRIGGER pos_audit_stays BEFORE UPDATE OF "Seq", "Day", "Number", "At", "Deed", "Person", "Site", "Till", "Gate", "Device", "Subject", "Commitment", "Previous", "Hash" ON pos_audit BEGIN SELECT RAISE(ABORT, 'The audit trail stays as it was written.'); END;""");
            migrationBuilder.Sql("""CREATE TRIGGER pos_audit_details BEFORE UPDATE ON pos_audit WHEN NEW."Details" IS NOT NULL OR NEW."Salt" IS NOT NULL BEGIN SELECT RAISE(ABORT, 'Details of the audit trail may only be erased.'); END;""");
            migrationBuilder.Sql("""CREATE TRIGGER pos_audit_remains BEFORE DELETE ON pos_audit BEGIN SELECT RAISE(ABORT, 'The audit trail stays as it was written.'); END;""");
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
