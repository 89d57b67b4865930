INSERT INTO odd.every_type (bytes, exact, money_like, small, approximate, single, yes, words, padded, short, one, identity_name,
  colour, positive, pair, instant, wall, day, clock, zoned, span, key, document, raw, numbers, nested, colours, whole, many,
  address, network, flags, more_flags, spot, search, xid) VALUES
 ('\x00ff0a5c27', 1e30, 12345678901234.5678, -32768, 0.1::float8 + 0.2, 1e-38, true, E'tab\t newline\n "quotes" \\back é 漢 \u2028 {NULL,x}', 'ab', 'abc', 'x', 'name',
  'it''s', 1, ROW('a,"b', 1.50), '2026-01-31 23:59:59.999999+00', '0044-03-15 12:00:00 BC', 'infinity', '24:00', '12:00:00.000001+05:30', '-1 mon +2 days -00:00:00.000001',
  '00000000-0000-7000-8000-000000000001', '{"a": [1.10, null, "\u00e9"], "b": 12345678901234567890}', '{ "kept" :  1.0 }', '{1,NULL,-3}', '{{a,"b,c"},{"",NULL}}', '{red,"a,b"}',
  '[1,5)', '{["2026-01-01 00:00+00","2026-02-01 00:00+00"),["2027-01-01 00:00+00",)}', '10.0.0.1', '10.0.0.0/8', '101', '', '(1.5,-2)', '''it'':1A lamp:2', '5000'),
 ('', 'NaN', NULL, 0, 'NaN', '-Infinity', false, '', '', '', '', '', 'red', NULL, ROW(NULL, NULL), 'infinity', '-infinity', '-infinity', '00:00', '00:00+00', '0',
  NULL, 'null', '"x"', '{}', '{}', '{}', 'empty', '{}', '::1', '::/0', '000', '1', '(0,0)', '', '0'),
 (NULL, '-Infinity', NULL, NULL, 'Infinity', 3.4028235e38, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL,
  NULL, NULL, NULL, NULL, '[0:1]={x,y}', NULL, '(,)', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL),
 (NULL, 0.1000, NULL, NULL, -0.0, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '4713-01-01 00:00+00 BC', NULL, NULL, NULL, NULL, '178000000 years',
  NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '6000');
SELECT setval('odd.every_type_id_seq', 40);
INSERT INTO odd.tree SELECT i, CASE WHEN i < 30000 THEN i + 1 END FROM generate_series(30000, 1, -1) AS i;
INSERT INTO odd.twin VALUES (1, 30000);
UPDATE odd.tree SET twin_id = 1 WHERE id = 30000;
INSERT INTO odd.watched VALUES ('as it was');
INSERT INTO odd.parted VALUES ('north', 1), ('south', 2), (NULL, 3);
INSERT INTO "Quoted ""name"""."Table; --" VALUES ('kept', 1);
SELECT nextval('odd.loose'), nextval('odd.loose');
