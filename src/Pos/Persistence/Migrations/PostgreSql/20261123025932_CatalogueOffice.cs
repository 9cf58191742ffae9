using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Tourism.Pos.Persistence.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class CatalogueOffice : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "Version",
                table: "pos_site",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<DateOnly>(
                name: "StartsOn",
                table: "pos_product",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "StopsOn",
                table: "pos_product",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "Version",
                table: "pos_product",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<DateTime>(
                name: "RetiredAt",
                table: "pos_place",
                type: "timestamp(6) with time zone",
                precision: 6,
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "SoleTrader",
                table: "pos_issuer",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<long>(
                name: "Version",
                table: "pos_issuer",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.CreateTable(
                name: "pos_import",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Site = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    FileName = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    By = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    At = table.Column<DateTime>(type: "timestamp(6) with time zone", precision: 6, nullable: false),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Rows = table.Column<int>(type: "integer", nullable: false),
                    Added = table.Column<int>(type: "integer", nullable: false),
                    Changed = table.Column<int>(type: "integer", nullable: false),
                    Unchanged = table.Column<int>(type: "integer", nullable: false),
                    Wrong = table.Column<int>(type: "integer", nullable: false),
                    Done = table.Column<int>(type: "integer", nullable: false),
                    Kept = table.Column<int>(type: "integer", nullable: false),
                    BrokenJa = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    BrokenEn = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_pos_import", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "pos_import_file",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Content = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_pos_import_file", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "pos_import_row",
                columns: table => new
                {
                    Seq = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Import = table.Column<Guid>(type: "uuid", nullable: false),
                    No = table.Column<int>(type: "integer", nullable: false),
                    Code = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    Work = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Wanted = table.Column<string>(type: "text", maxLength: -1, nullable: true),
                    Before = table.Column<string>(type: "text", maxLength: -1, nullable: true),
                    VersionAfter = table.Column<long>(type: "bigint", nullable: true),
                    PriceAdded = table.Column<bool>(type: "boolean", nullable: false),
                    Field = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    Ja = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    En = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_pos_import_row", x => x.Seq);
                });

            migrationBuilder.CreateTable(
                name: "pos_issuer_change",
                columns: table => new
                {
                    Seq = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    Document = table.Column<string>(type: "text", maxLength: -1, nullable: false),
                    IssuerSeq = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_pos_issuer_change", x => x.Seq);
                    table.ForeignKey(
                        name: "FK_pos_issuer_change_pos_issuer_IssuerSeq",
                        column: x => x.IssuerSeq,
                        principalTable: "pos_issuer",
                        principalColumn: "Seq",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_pos_import_Site_At",
                table: "pos_import",
                columns: new[] { "Site", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_pos_import_State",
                table: "pos_import",
                column: "State");

            migrationBuilder.CreateIndex(
                name: "IX_pos_import_row_Import_No",
                table: "pos_import_row",
                columns: new[] { "Import", "No" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_pos_import_row_Import_State_No",
                table: "pos_import_row",
                columns: new[] { "Import", "State", "No" });

            migrationBuilder.CreateIndex(
                name: "IX_pos_issuer_change_IssuerSeq_From",
                table: "pos_issuer_change",
                columns: new[] { "IssuerSeq", "From" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "pos_import");

            migrationBuilder.DropTable(
                name: "pos_import_file");

            migrationBuilder.DropTable(
                name: "pos_import_row");

            migrationBuilder.DropTable(
                name: "pos_issuer_change");

            migrationBuilder.DropColumn(
                name: "Version",
                table: "pos_site");

            migrationBuilder.DropColumn(
                name: "StartsOn",
                table: "pos_product");

            migrationBuilder.DropColumn(
                name: "StopsOn",
                table: "pos_product");

            migrationBuilder.DropColumn(
                name: "Version",
                table: "pos_product");

            migrationBuilder.DropColumn(
                name: "RetiredAt",
                table: "pos_place");

            migrationBuilder.DropColumn(
                name: "SoleTrader",
                table: "pos_issuer");

            migrationBuilder.DropColumn(
                name: "Version",
                table: "pos_issuer");
        }
    }
}
