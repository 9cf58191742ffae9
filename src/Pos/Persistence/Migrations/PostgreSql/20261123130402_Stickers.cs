using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Tourism.Pos.Persistence.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class Stickers : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "pos_sticker",
                columns: table => new
                {
                    Seq = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Site = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Edition = table.Column<int>(type: "integer", nullable: false),
                    Token = table.Column<string>(type: "character(26)", fixedLength: true, maxLength: 26, nullable: false),
                    MadeAt = table.Column<DateTime>(type: "timestamp(6) with time zone", precision: 6, nullable: false),
                    By = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    RevokedAt = table.Column<DateTime>(type: "timestamp(6) with time zone", precision: 6, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_pos_sticker", x => x.Seq);
                });

            migrationBuilder.CreateTable(
                name: "pos_tax_change",
                columns: table => new
                {
                    Seq = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    TaxClass = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Percent = table.Column<int>(type: "integer", nullable: false),
                    Tax = table.Column<long>(type: "bigint", nullable: false),
                    By = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    At = table.Column<DateTime>(type: "timestamp(6) with time zone", precision: 6, nullable: false),
                    SaleSeq = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_pos_tax_change", x => x.Seq);
                    table.ForeignKey(
                        name: "FK_pos_tax_change_pos_sale_SaleSeq",
                        column: x => x.SaleSeq,
                        principalTable: "pos_sale",
                        principalColumn: "Seq",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_pos_sticker_Id",
                table: "pos_sticker",
                column: "Id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_pos_sticker_Site_Edition",
                table: "pos_sticker",
                columns: new[] { "Site", "Edition" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_pos_sticker_Token",
                table: "pos_sticker",
                column: "Token",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_pos_tax_change_Id",
                table: "pos_tax_change",
                column: "Id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_pos_tax_change_SaleSeq",
                table: "pos_tax_change",
                column: "SaleSeq");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "pos_sticker");

            migrationBuilder.DropTable(
                name: "pos_tax_change");
        }
    }
}
