-- Payments whose host died after it had committed the request and before it knew what became of it: all are due at once.
INSERT INTO pos_payment ("Id","Sale","Amount","Method","Language","RequestHash","PageToken","CreatedAt","State","NextTryAt","LeasedUntil","Tries","Presents","Presented","Version")
SELECT gen_random_uuid(), gen_random_uuid(), 1300, 'Page', 'ja', repeat('A',64), substr(md5(n::text) || 'A',1,26), now(), 'Submitting', now(), now(), 0, 0, 0, 0
FROM generate_series(1, :unknowns) AS n;
INSERT INTO pos_payment_attempt ("PaymentSeq","Number","LivePayment","Key","Body","CreatedAt")
SELECT "Seq", 1, "Id", "Id" || ':1:create',
  'mode=payment&client_reference_id=' || "Id" || '&locale=ja&expires_at=' || (extract(epoch FROM now())::bigint + 85800)
  || '&success_url=http%3A%2F%2Flocalhost%2Fdone&cancel_url=http%3A%2F%2Flocalhost%2Fdone&line_items[0][quantity]=1&line_items[0][price_data][currency]=jpy'
  || '&line_items[0][price_data][unit_amount]=1300&line_items[0][price_data][product_data][name]=Akiyoshido'
  || '&metadata[payment]=' || "Id" || '&metadata[attempt]=1&payment_intent_data[metadata][payment]=' || "Id" || '&payment_intent_data[metadata][attempt]=1', now()
FROM pos_payment WHERE "State" = 'Submitting';
