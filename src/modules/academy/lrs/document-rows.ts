import type { SQL } from "drizzle-orm";
import type { Db, Tx } from "#kernel/db/database.ts";
import { firstRow, rows, sql } from "#kernel/db/sql.ts";
import { type DocumentPlace, documentKey } from "#modules/academy/lrs/document-place.ts";
import type { TokenReach } from "#modules/academy/lrs/sender.ts";

/** A stored document. `updatedMs` since 1970. */
export interface StoredDocument {
  contentType: string;
  content: Buffer;
  /** SHA-1 of the content. */
  etag: string;
  updatedMs: number;
}

/** The one document of this id; undefined where there is none. */
export const findDocument = (
  db: Db,
  place: DocumentPlace,
  documentId: string,
): Promise<StoredDocument | undefined> =>
  firstRow<StoredDocument>(
    db,
    sql`SELECT content_type AS "contentType", content, etag,
               floor(extract(epoch FROM updated_at) * 1000)::bigint AS "updatedMs"
        FROM academy.lrs_document WHERE id = ${documentKey(place, documentId)}::uuid`,
  );

const same = (column: SQL, key: string | null): SQL =>
  key === null ? sql`${column} IS NULL` : sql`${column} = ${key}::uuid`;

/** Documents of a place; of every registration where none is said. */
function ofPlace({ resource, activityKey, agentKey, registration }: DocumentPlace): SQL {
  return sql`resource = ${resource} AND ${same(sql`activity_key`, activityKey)} AND ${same(sql`agent_key`, agentKey)}
    ${registration === null ? sql`` : sql`AND registration = ${registration}::uuid`}`;
}

/** Ids of a place's documents, in the order of their ids; `since`: changed after that instant. */
export async function listDocumentIds(
  db: Db,
  place: DocumentPlace,
): Promise<{ ids: string[]; updatedMs: number }> {
  const { sinceMs } = place;
  const since =
    sinceMs === undefined
      ? sql``
      : sql`AND date_trunc('milliseconds', updated_at) > to_timestamp(${sinceMs}::double precision / 1000)`;
  const found = await rows<{ id: string; updatedMs: number }>(
    db,
    sql`SELECT document_id AS id, floor(extract(epoch FROM max(updated_at)) * 1000)::bigint AS "updatedMs"
        FROM academy.lrs_document WHERE ${ofPlace(place)} ${since} GROUP BY document_id ORDER BY document_id`,
  );
  const updatedMs = Math.max(0, ...found.map((one) => one.updatedMs));
  return { ids: found.map(({ id }) => id), updatedMs };
}

/** From here to the end of the transaction nobody else writes this document, whether it is there or not. */
export async function lockDocument(tx: Tx, place: DocumentPlace, documentId: string): Promise<void> {
  const key = documentKey(place, documentId).slice(0, 16);
  await tx.execute(sql`SELECT pg_advisory_xact_lock(('x' || ${key})::bit(64)::bigint)`);
}

/** Puts a document in its place. */
export async function putDocument(
  tx: Tx,
  place: DocumentPlace & { documentId: string },
  document: Omit<StoredDocument, "updatedMs">,
  { now, reach }: { now: Temporal.Instant; reach: TokenReach | undefined },
): Promise<void> {
  const { resource, activityKey, agentKey, registration, activityId, agent, documentId } = place;
  const { contentType, content, etag } = document;
  await tx.execute(
    sql`INSERT INTO academy.lrs_document (id, resource, activity_key, agent_key, registration, document_id, activity_id,
          agent, content_type, content, etag, updated_at, account_id, person_id)
        VALUES (${documentKey(place, documentId)}, ${resource}, ${activityKey}, ${agentKey}, ${registration},
                ${documentId}, ${activityId}, ${agent === null ? null : JSON.stringify(agent)}::jsonb, ${contentType},
                ${content}, ${etag}, ${now.toString()}, ${reach?.accountId ?? null}, ${reach?.personId ?? null})
        ON CONFLICT (id) DO UPDATE SET content_type = excluded.content_type, content = excluded.content,
          etag = excluded.etag, updated_at = excluded.updated_at`,
  );
}

/** Deletes one document. */
export async function deleteDocument(tx: Tx, place: DocumentPlace, documentId: string): Promise<void> {
  await tx.execute(sql`DELETE FROM academy.lrs_document WHERE id = ${documentKey(place, documentId)}::uuid`);
}

/** Deletes every document of a place. */
export async function deleteDocuments(tx: Tx, place: DocumentPlace): Promise<void> {
  await tx.execute(sql`DELETE FROM academy.lrs_document WHERE ${ofPlace(place)}`);
}
