using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Tourism.Pos.Persistence.Migrations.PostgreSql
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
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Day = table.Column<DateOnly>(type: "date", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    At = table.Column<DateTime>(type: "timestamp(6) with time zone", precision: 6, nullable: false),
                    Deed = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Person = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    Site = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    Till = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    Gate = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    Device = table.Column<Guid>(type: "uuid", nullable: true),
                    Subject = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Details = table.Column<string>(type: "text", maxLength: -1, nullable: true),
                    Salt = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    Commitment = table.Column<string>(type: "character(64)", fixedLength: true, maxLength: 64, nullable: false),
                    Previous = table.Column<string>(type: "character(64)", fixedLength: true, maxLength: 64, nullable: false),
                    Hash = table.Column<string>(type: "character(64)", fixedLength: true, maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_pos_audit", x => x.Seq);
                });

            migrationBuilder.CreateTable(
                name: "pos_audit_head",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Day = table.Column<DateOnly>(type: "date", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Hash = table.Column<string>(type: "character(64)", fixedLength: true, maxLength: 64, nullable: false),
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
                CREATE FUNCTION pos_audit_stays() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
                    IF TG_OP = 'UPDATE' AND NEW."Details" IS NULL AND NEW."Salt" IS NULL AND NOT (NEW."Seq" IS DISTINCT FROM OLD."Seq" OR NEW."Day" IS DISTINCT FROM OLD."Day" OR NEW."Number" IS DISTINCT FROM OLD."Number" OR NEW."At" IS DISTINCT FROM OLD."At" OR NEW."Deed" IS DISTINCT FROM OLD."Deed" OR NEW."Person" IS DISTINCT FROM OLD."Person" OR NEW."Site" IS DISTINCT FROM OLD."Site" OR NEW."Till" IS DISTINCT FROM OLD."Till" OR NEW."Gate" IS DISTINCT FROM OLD."Gate" OR NEW."Device" IS DISTINCT FROM OLD."Device" OR NEW."Subject" IS DISTINCT FROM OLD."Subject" OR NEW."Commitment" IS DISTINCT FROM OLD."Commitment" OR NEW."Previous" IS DISTINCT FROM OLD."Previous" OR NEW."Hash" IS DISTINCT FROM OLD."Hash") THEN RETURN NEW; END IF;
                    RAISE EXCEPTION 'The audit trail stays as it was written.';
                END $$;
                """);
            migrationBuilder.Sql("""CREATE TRIGGER pos_audit_stays BEFORE UPDATE OR DELETE ON pos_audit FOR EACH ROW EXECUTE FUNCTION pos_audit_stays();""");
            migrationBuilder.Sql("""CREATE TRIGGER pos_audit_remains BEFORE TRUNCATE ON pos_audit FOR EACH STATEMENT EXECUTE FUNCTION pos_audit_stays();""");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "pos_audit");

            migrationBuilder.DropTable(
                name: "pos_audit_head");

            migrationBuilder.Sql("""DROP FUNCTION pos_audit_stays();""");
        }
    }
}
