-- The rows that one cash sale of two adults and a child leaves behind, written by hand in one transaction.
BEGIN;
INSERT INTO pos_sale ("Id","RequestHash","Site","Till","Epoch","Number","OccurredAt","RecordedAt","BusinessDate","Language","Total","Discount","IsCharged","ReceiptToken","State","EndedAt","Version")
VALUES (gen_random_uuid(), repeat('A',64), 'akiyoshido', 'akiyoshido-1', 1, nextval('yardstick_number'), now(), now(), current_date, 'ja', 3300, 0, false,
  substr(replace(gen_random_uuid()::text,'-',''),1,26), 'Completed', now(), 0) RETURNING "Seq", "Id", "Number" \gset sale_
INSERT INTO pos_sale_line ("SaleSeq","No","Product","Name_Ja","Name_En","Name_Ko","Name_ZhHant","Name_ZhHans","Quantity","UnitPrice","Amount","TaxPercent","EatIn")
VALUES (:sale_Seq, 1, 'adult', '大人', 'Adult', '어른', '成人', '成人', 2, 1300, 2600, 10, false),
       (:sale_Seq, 2, 'elementary', '小学生', 'Elementary school', '초등학생', '小學生', '小学生', 1, 700, 700, 10, false);
INSERT INTO pos_sale_tax ("SaleSeq","No","Percent","Total","Tax","Discount") VALUES (:sale_Seq, 1, 10, 3300, 300, 0);
INSERT INTO pos_tender ("SaleSeq","No","Id","Kind","Amount","Received","PaidAt","Uncovered") VALUES (:sale_Seq, 1, gen_random_uuid(), 'Cash', 3300, 5000, now(), false);
INSERT INTO pos_journal ("Till","Epoch","Number","Branch","Kind","Fact","Previous","Hash","RecordedAt")
VALUES ('akiyoshido-1', 1, :sale_Number, 0, 'Sale', :sale_Id::uuid, repeat('a',64), repeat('b',64), now());
INSERT INTO pos_ticket ("Id","Sale","Site","Code","People","FirstDay","LastDay","Standing","Admitted","ChangedAt","Version")
VALUES (gen_random_uuid(), :sale_Id::uuid, 'akiyoshido', repeat('0',150), 3, current_date, current_date, 'Good', 0, now(), 0);
INSERT INTO pos_outbox ("Id","Topic","Key","Body","SentAt","State","Attempts","NextTryAt")
VALUES (gen_random_uuid(), 'analytics.sale.v1', :sale_Id, repeat('x',600), now(), 'Pending', 0, now());
COMMIT;
