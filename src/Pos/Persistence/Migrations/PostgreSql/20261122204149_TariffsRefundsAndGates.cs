using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Tourism.Pos.Persistence.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class TariffsRefundsAndGates : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "Key",
                table: "pos_till_epoch",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "RevokedAt",
                table: "pos_ticket_key",
                type: "timestamp(6) with time zone",
                precision: 6,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Site",
                table: "pos_ticket_key",
                type: "character varying(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Till",
                table: "pos_ticket_key",
                type: "character varying(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AlterColumn<Guid>(
                name: "Sale",
                table: "pos_ticket",
                type: "uuid",
                nullable: true,
                oldClrType: typeof(Guid),
                oldType: "uuid");

            migrationBuilder.AddColumn<string>(
                name: "Standing",
                table: "pos_ticket",
                type: "character varying(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateTable(
                name: "pos_invoice_set",
                columns: table => new
                {
                    Seq = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    RequestHash = table.Column<string>(type: "character(64)", fixedLength: true, maxLength: 64, nullable: false),
                    Sale = table.Column<Guid>(type: "uuid", nullable: false),
                    Edition = table.Column<int>(type: "integer", nullable: false),
                    IssuedAt = table.Column<DateTime>(type: "timestamp(6) with time zone", precision: 6, nullable: false),
                    By = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_pos_invoice_set", x => x.Seq);
                });

            migrationBuilder.CreateTable(
                name: "pos_invoice",
                columns: table => new
                {
                    Seq = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    No = table.Column<int>(type: "integer", nullable: false),
                    Addressee = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Proviso = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Total = table.Column<long>(type: "bigint", nullable: false),
                    SetSeq = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_pos_invoice", x => x.Seq);
                    table.ForeignKey(
                        name: "FK_pos_invoice_pos_invoice_set_SetSeq",
                        column: x => x.SetSeq,
                        principalTable: "pos_invoice_set",
                        principalColumn: "Seq",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "pos_invoice_tax",
                columns: table => new
                {
                    Seq = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Percent = table.Column<int>(type: "integer", nullable: false),
                    Total = table.Column<long>(type: "bigint", nullable: false),
                    Tax = table.Column<long>(type: "bigint", nullable: false),
                    InvoiceSeq = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_pos_invoice_tax", x => x.Seq);
                    table.ForeignKey(
                        name: "FK_pos_invoice_tax_pos_invoice_InvoiceSeq",
                        column: x => x.InvoiceSeq,
                        principalTable: "pos_invoice",
                        principalColumn: "Seq",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_pos_invoice_SetSeq_No",
                table: "pos_invoice",
                columns: new[] { "SetSeq", "No" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_pos_invoice_set_Id",
                table: "pos_invoice_set",
                column: "Id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_pos_invoice_set_Sale_Edition",
                table: "pos_invoice_set",
                columns: new[] { "Sale", "Edition" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_pos_invoice_tax_InvoiceSeq_Percent",
                table: "pos_invoice_tax",
                columns: new[] { "InvoiceSeq", "Percent" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "pos_invoice_tax");

            migrationBuilder.DropTable(
                name: "pos_invoice");

            migrationBuilder.DropTable(
                name: "pos_invoice_set");

            migrationBuilder.DropColumn(
                name: "Key",
                table: "pos_till_epoch");

            migrationBuilder.DropColumn(
                name: "RevokedAt",
                table: "pos_ticket_key");

            migrationBuilder.DropColumn(
                name: "Site",
                table: "pos_ticket_key");

            migrationBuilder.DropColumn(
                name: "Till",
                table: "pos_ticket_key");

            migrationBuilder.DropColumn(
                name: "Standing",
                table: "pos_ticket");

            migrationBuilder.AlterColumn<Guid>(
                name: "Sale",
                table: "pos_ticket",
                type: "uuid",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"),
                oldClrType: typeof(Guid),
                oldType: "uuid",
                oldNullable: true);
        }
    }
}
