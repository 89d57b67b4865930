import { type SQL, sql } from "drizzle-orm";

/** `{id, name}` of the person whose id a column holds, or null; the name is empty for who was erased. */
export const personRef = (column: SQL): SQL =>
  sql`(SELECT jsonb_build_object('id', who.id, 'name', who.name) FROM auth.person who WHERE who.id = ${column})`;

/** A timestamptz column as ISO 8601 text in UTC. */
export const isoAt = (column: SQL): SQL => sql`to_jsonb(${column})`;

/** `{id, kind, text}` of the node that an id names, or null. */
export const nodeRef = (column: SQL): SQL =>
  sql`(SELECT jsonb_build_object('id', named.id, 'kind', named.kind, 'text', named.text)
       FROM playbook.node named WHERE named.id = ${column})`;

/** An ISO week such as 2026-W47 as people know it: "the week of 16 November 2026", by its Monday. */
export const weekWords = (column: SQL): SQL =>
  sql`'the week of ' || to_char(to_date(${column}, 'IYYY"-W"IW'), 'FMDD FMMonth YYYY')`;
