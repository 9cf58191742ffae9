using Tourism.Kernel;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Catalogue.Imports;

internal sealed record UnreadableFile() : Failure(
    "unreadable-file", FailureKind.Invalid,
    "CSV（UTF-8 か Shift_JIS）または Excel（.xlsx）のファイルとして読めません。書き出したファイルをもとに作り直してください。",
    "This cannot be read as CSV (UTF-8 or Shift_JIS) or as Excel (.xlsx). Start from an exported file.", "file");

internal sealed record OldExcelFile() : Failure(
    "old-excel-file", FailureKind.Invalid,
    "古い形式の Excel ファイル（.xls）です。「名前を付けて保存」で .xlsx か CSV にしてください。", "This is an old Excel file (.xls). Save it as .xlsx or CSV.", "file");

internal sealed record FileTooLarge() : Failure(
    "file-too-large", FailureKind.Invalid,
    $"ファイルが大きすぎます。{ImportView.MostBytes >> 20} MB までにし、分けて取り込んでください。", $"The file is too large. Keep it below {ImportView.MostBytes >> 20} MB and import it in parts.", "file");

internal sealed record TooManyRows() : Failure(
    "too-many-rows", FailureKind.Invalid,
    $"行が多すぎます。{ImportView.MostRows} 行までに分けて取り込んでください。", $"Too many rows. Import up to {ImportView.MostRows} rows at a time.", "file");

internal sealed record UnknownColumn(string Name) : Failure(
    "unknown-column", FailureKind.Invalid,
    $"見出し「{Short(Name)}」は使えません。1行目は {Headers(Language.Ja)} です。", $"There is no column '{Short(Name)}'. The first row holds {Headers(Language.En)}.", "file")
{
    private static string Short(string name) => name.Length > 40 ? name[..40] + "…" : name;

    private static string Headers(string language) => string.Join(", ", SheetColumns.All.Select(column => column.In(language)));
}

internal sealed record MissingColumn(SheetColumn Column) : Failure(
    "missing-column", FailureKind.Invalid, $"見出し「{Column.Ja}」の列がありません。1行目に入れてください。", $"The column '{Column.En}' is missing. Add it to the first row.", "file");

internal sealed record ColumnTwice(string Name) : Failure(
    "column-twice", FailureKind.Invalid, $"見出し「{Name}」の列が二つあります。一つにしてください。", $"There are two columns '{Name}'. Keep one.", "file");

internal sealed record WrongCell(string At, string WhatJa, string WhatEn) : Failure("wrong-cell", FailureKind.Invalid, WhatJa + "。", char.ToUpperInvariant(WhatEn[0]) + WhatEn[1..] + ".", At);

internal sealed record CodeTwice(string Code) : Failure(
    "code-twice", FailureKind.Invalid, $"商品コード「{Code}」がこのファイルに二度あります。一つにしてください。", $"The code '{Code}' stands in this file twice. Keep one.", "code");

internal sealed record PriceMissing() : Failure("price-missing", FailureKind.Invalid, "新しい商品の価格を入れてください。", "Give the new product a price.", "yen");

internal sealed record PriceDayMissing(Yen Now) : Failure(
    "price-day-missing", FailureKind.Invalid, $"いまの価格は {Now} 円です。変えるときは価格の開始日を入れてください。", $"The price is {Now} yen now. Say from which day it changes.", "from");

internal sealed record ChangedMeanwhile() : Failure(
    "changed-meanwhile", FailureKind.Conflict, "確認した後にほかの人が変えたので、取り込みませんでした。", "Somebody changed it after the check, so this row was left out.");

internal sealed record ChangedLater() : Failure(
    "changed-later", FailureKind.Conflict, "取り込んだ後にほかの人が変えたので、元に戻しませんでした。", "Somebody changed it after the import, so it was not taken back.");

internal sealed record PriceWasCharged(DateOnly From) : Failure(
    "price-was-charged", FailureKind.Refused,
    $"{From:yyyy-MM-dd} からの価格は始まっているので残ります。前の価格は明日から有効です。", $"The price from {From:yyyy-MM-dd} has begun and stays for today; the former price holds from tomorrow.");

internal sealed record PriceEndsToday(DateOnly From) : Failure(
    "price-ends-today", FailureKind.Refused,
    $"{From:yyyy-MM-dd} からの価格は始まっているので今日まで残ります。明日からは、取り込む前と同じく価格がありません。",
    $"The price from {From:yyyy-MM-dd} has begun and stays for today. From tomorrow on there is none, as before the import.");

internal sealed record UnknownImport(Guid Id) : Failure("unknown-import", FailureKind.NotFound, "この取り込みはありません。", $"There is no import {Id}.");

internal sealed record NotChecked() : Failure("not-checked", FailureKind.Refused, "ファイルの確認が終わっていません。終わってから取り込んでください。", "The file is still being checked, or was given up. Wait, or hand it in again.");

internal sealed record HasMistakes(int Wrong) : Failure(
    "has-mistakes", FailureKind.Refused,
    $"{Wrong} 行に誤りがあります。正しい行だけ取り込むか、ファイルを直してください。", $"{Wrong} rows have a mistake. Import the good ones only, or correct the file.", "goodRowsOnly");

internal sealed record NothingToUndo() : Failure("nothing-to-undo", FailureKind.Refused, "取り込みが終わっていないので、元に戻せません。", "This import has changed nothing yet.");

internal sealed record AlreadyApplied() : Failure("already-applied", FailureKind.Refused, "取り込みは終わっています。「元に戻す」を使ってください。", "It has been carried out. Undo it instead.");

internal sealed record ImportBroke() : Failure(
    "import-broke", FailureKind.Refused, "途中で止まりました。もう一度試し、続くときは管理者に知らせてください。", "It broke off. Try again, and tell an administrator if it happens twice.");
