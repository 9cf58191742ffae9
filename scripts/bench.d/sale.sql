-- The rows that one cash sale of two adults and a child leaves behind, written by hand in one transaction.
BEGIN;
INSERT INTO pos_sale ("Id","RequestHash","Site","Till","Epoch","Number","OccurredAt","RecordedAt","BusinessDate","Language","Total","ReceiptToken","State","EndedAt","Version")
VALUES (gen_random_uuid(), repeat('A',64), 'akiyoshido', 'akiyoshido-1', 1, nextval('yardstick_number'), now(), now(), current_date, 'ja', 3300,
  substr(replace(gen_random_uuid()::text,'-',''),1,26), 'Completed', now(), 0) RETURNING "Seq", "Id" \gset sale_
INSERT INTO pos_sale_line ("SaleSeq","No","Product","Name_Ja","Name_En","Name_Ko","Name_ZhHant","Name_ZhHans","Quantity","UnitPrice","Amount","TaxPercent")
VALUES (:sale_Seq, 1, 'adult', '大人', 'Adult', '어른', '成人', '成人', 2, 1300, 2600, 10),
       (:sale_Seq, 2, 'elementary', '小学生', 'Elementary school', '초등학생', '小學生', '小学生', 1, 700, 700, 10);
INSERT INTO pos_sale_tax ("SaleSeq","Percent","Total","Tax") VALUES (:sale_Seq, 10, 3300, 300);
INSERT INTO pos_tender ("SaleSeq","Id","Kind","Amount","Received","PaidAt") VALUES (:sale_Seq, gen_random_uuid(), 'Cash', 3300, 5000, now());
INSERT INTO pos_ticket ("Id","Sale","Site","Code","People","FirstDay","LastDay","Admitted","Version")
VALUES (gen_random_uuid(), :sale_Id::uuid, 'akiyoshido', repeat('0',150), 3, current_date, current_date, 0, 0);
INSERT INTO pos_outbox ("Id","Topic","Key","Body","SentAt","State","Attempts","NextTryAt")
VALUES (gen_random_uuid(), 'analytics.sale.v1', :sale_Id, repeat('x',600), now(), 'Pending', 0, now());
COMMIT;
