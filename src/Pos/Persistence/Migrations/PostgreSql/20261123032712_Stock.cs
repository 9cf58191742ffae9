using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Tourism.Pos.Persistence.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class Stock : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "pos_consignment",
                columns: table => new
                {
                    Seq = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    RequestHash = table.Column<string>(type: "character(64)", fixedLength: true, maxLength: 64, nullable: false),
                    Site = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Product = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Supplier = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Percent = table.Column<int>(type: "integer", nullable: false),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    To = table.Column<DateOnly>(type: "date", nullable: true),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_pos_consignment", x => x.Seq);
                });

            migrationBuilder.CreateTable(
                name: "pos_stock_move",
                columns: table => new
                {
                    Seq = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    RequestHash = table.Column<string>(type: "character(64)", fixedLength: true, maxLength: 64, nullable: false),
                    Site = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Product = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Quantity = table.Column<int>(type: "integer", nullable: false),
                    OccurredAt = table.Column<DateTime>(type: "timestamp(6) with time zone", precision: 6, nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "timestamp(6) with time zone", precision: 6, nullable: false),
                    By = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Note = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    Pair = table.Column<Guid>(type: "uuid", nullable: true),
                    OtherSite = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    Undoes = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_pos_stock_move", x => x.Seq);
                });

            migrationBuilder.CreateTable(
                name: "pos_stock_setting",
                columns: table => new
                {
                    Seq = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Site = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    On = table.Column<bool>(type: "boolean", nullable: false),
                    LowBelow = table.Column<int>(type: "integer", nullable: true),
                    DeadAfterDays = table.Column<int>(type: "integer", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_pos_stock_setting", x => x.Seq);
                });

            migrationBuilder.CreateTable(
                name: "pos_stock_threshold",
                columns: table => new
                {
                    Seq = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Site = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Product = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    LowBelow = table.Column<int>(type: "integer", nullable: true),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_pos_stock_threshold", x => x.Seq);
                });

            migrationBuilder.CreateTable(
                name: "pos_supplier",
                columns: table => new
                {
                    Seq = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Site = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Code = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    RegistrationNumber = table.Column<string>(type: "character varying(14)", maxLength: 14, nullable: true),
                    PayoutNote = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                    Name_En = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    Name_Ja = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Name_Ko = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    Name_ZhHans = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    Name_ZhHant = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_pos_supplier", x => x.Seq);
                });

            migrationBuilder.CreateTable(
                name: "pos_supplier_settlement",
                columns: table => new
                {
                    Seq = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    RequestHash = table.Column<string>(type: "character(64)", fixedLength: true, maxLength: 64, nullable: false),
                    Site = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Supplier = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    To = table.Column<DateOnly>(type: "date", nullable: false),
                    Total = table.Column<long>(type: "bigint", nullable: false),
                    LineCount = table.Column<int>(type: "integer", nullable: false),
                    SettledAt = table.Column<DateTime>(type: "timestamp(6) with time zone", precision: 6, nullable: false),
                    By = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_pos_supplier_settlement", x => x.Seq);
                });

            migrationBuilder.CreateTable(
                name: "pos_supplier_settlement_line",
                columns: table => new
                {
                    Seq = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Source = table.Column<Guid>(type: "uuid", nullable: false),
                    Line = table.Column<int>(type: "integer", nullable: false),
                    IsRefund = table.Column<bool>(type: "boolean", nullable: false),
                    Terms = table.Column<Guid>(type: "uuid", nullable: false),
                    Date = table.Column<DateOnly>(type: "date", nullable: false),
                    Product = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Amount = table.Column<long>(type: "bigint", nullable: false),
                    Percent = table.Column<int>(type: "integer", nullable: false),
                    Due = table.Column<long>(type: "bigint", nullable: false),
                    SettlementSeq = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_pos_supplier_settlement_line", x => x.Seq);
                    table.ForeignKey(
                        name: "FK_pos_supplier_settlement_line_pos_supplier_settlement_Settle~",
                        column: x => x.SettlementSeq,
                        principalTable: "pos_supplier_settlement",
                        principalColumn: "Seq",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_pos_consignment_Id",
                table: "pos_consignment",
                column: "Id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_pos_consignment_Site_Product",
                table: "pos_consignment",
                columns: new[] { "Site", "Product" });

            migrationBuilder.CreateIndex(
                name: "IX_pos_consignment_Site_Supplier",
                table: "pos_consignment",
                columns: new[] { "Site", "Supplier" });

            migrationBuilder.CreateIndex(
                name: "IX_pos_stock_move_Id",
                table: "pos_stock_move",
                column: "Id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_pos_stock_move_Site_Product_OccurredAt",
                table: "pos_stock_move",
                columns: new[] { "Site", "Product", "OccurredAt" });

            migrationBuilder.CreateIndex(
                name: "IX_pos_stock_move_Undoes",
                table: "pos_stock_move",
                column: "Undoes",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_pos_stock_setting_Site",
                table: "pos_stock_setting",
                column: "Site",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_pos_stock_threshold_Site_Product",
                table: "pos_stock_threshold",
                columns: new[] { "Site", "Product" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_pos_supplier_Site_Code",
                table: "pos_supplier",
                columns: new[] { "Site", "Code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_pos_supplier_settlement_Id",
                table: "pos_supplier_settlement",
                column: "Id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_pos_supplier_settlement_Site_Supplier",
                table: "pos_supplier_settlement",
                columns: new[] { "Site", "Supplier" });

            migrationBuilder.CreateIndex(
                name: "IX_pos_supplier_settlement_line_SettlementSeq",
                table: "pos_supplier_settlement_line",
                column: "SettlementSeq");

            migrationBuilder.CreateIndex(
                name: "IX_pos_supplier_settlement_line_Source_Line",
                table: "pos_supplier_settlement_line",
                columns: new[] { "Source", "Line" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_pos_supplier_settlement_line_Terms",
                table: "pos_supplier_settlement_line",
                column: "Terms");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "pos_consignment");

            migrationBuilder.DropTable(
                name: "pos_stock_move");

            migrationBuilder.DropTable(
                name: "pos_stock_setting");

            migrationBuilder.DropTable(
                name: "pos_stock_threshold");

            migrationBuilder.DropTable(
                name: "pos_supplier");

            migrationBuilder.DropTable(
                name: "pos_supplier_settlement_line");

            migrationBuilder.DropTable(
                name: "pos_supplier_settlement");
        }
    }
}
