using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Tourism.Pos.Persistence.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class AddExternalTenders : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "External",
                table: "pos_tender",
                type: "nvarchar(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ExternalTerms",
                table: "pos_tender",
                type: "nvarchar(max)",
                maxLength: -1,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "FeeBasisPoints",
                table: "pos_tender",
                type: "int",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Slip",
                table: "pos_tender",
                type: "nvarchar(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Slip",
                table: "pos_refund_tender",
                type: "nvarchar(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "pos_external_tender",
                columns: table => new
                {
                    Seq = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Code = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Document = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: false),
                    RetiredAt = table.Column<DateTime>(type: "datetime2(6)", precision: 6, nullable: true),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_pos_external_tender", x => x.Seq);
                });

            migrationBuilder.CreateIndex(
                name: "IX_pos_external_tender_Code",
                table: "pos_external_tender",
                column: "Code",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "pos_external_tender");

            migrationBuilder.DropColumn(
                name: "External",
                table: "pos_tender");

            migrationBuilder.DropColumn(
                name: "ExternalTerms",
                table: "pos_tender");

            migrationBuilder.DropColumn(
                name: "FeeBasisPoints",
                table: "pos_tender");

            migrationBuilder.DropColumn(
                name: "Slip",
                table: "pos_tender");

            migrationBuilder.DropColumn(
                name: "Slip",
                table: "pos_refund_tender");
        }
    }
}
