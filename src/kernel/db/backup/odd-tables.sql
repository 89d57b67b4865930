CREATE SCHEMA odd;
CREATE SCHEMA "Quoted ""name""";
CREATE TYPE odd.colour AS ENUM ('red', 'it''s', 'a,b');
CREATE DOMAIN odd.positive AS int CHECK (VALUE > 0);
CREATE TYPE odd.pair AS (left_side text, right_side numeric);

CREATE TABLE odd.every_type (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  bytes bytea, exact numeric, money_like numeric(20, 4), small smallint, approximate float8, single real, yes boolean,
  words text, padded char(5), short varchar(3), one "char", identity_name name, colour odd.colour, positive odd.positive, pair odd.pair,
  instant timestamptz, wall timestamp, day date, clock time, zoned timetz, span interval, key uuid,
  document jsonb, raw json, numbers int[], nested text[][], colours odd.colour[], whole int4range, many tstzmultirange,
  address inet, network cidr, flags bit(3), more_flags varbit, spot point, search tsvector, xid xid8,
  doubled int GENERATED ALWAYS AS (small * 2) STORED
);

-- A tree, and two tables that point at each other: no order of loading satisfies these keys.
CREATE TABLE odd.tree (id int PRIMARY KEY, parent_id int REFERENCES odd.tree, twin_id int);
CREATE TABLE odd.twin (id int PRIMARY KEY, tree_id int NOT NULL REFERENCES odd.tree DEFERRABLE INITIALLY DEFERRED);
ALTER TABLE odd.tree ADD FOREIGN KEY (twin_id) REFERENCES odd.twin ON DELETE SET NULL;

CREATE TABLE odd.watched (note text);
CREATE FUNCTION odd.refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.note := NEW.note || ' (changed)'; RETURN NEW; END $$;
CREATE TRIGGER watch BEFORE INSERT ON odd.watched FOR EACH ROW EXECUTE FUNCTION odd.refuse();

CREATE TABLE odd.parted (region text, amount int) PARTITION BY LIST (region);
CREATE TABLE odd.parted_north PARTITION OF odd.parted FOR VALUES IN ('north');
CREATE TABLE odd.parted_rest PARTITION OF odd.parted DEFAULT;

CREATE TABLE "Quoted ""name"""."Table; --" ("Column ""x""" text, "select" int);
CREATE SEQUENCE odd.loose START 7 INCREMENT 3;
CREATE SEQUENCE odd.untouched;
CREATE TABLE odd.empty (nothing text);
CREATE UNLOGGED TABLE odd.scratch AS SELECT 1 AS passing;
