import { isoOf } from "#modules/academy/lrs/consistent-through.ts";
import type { StatementRecord } from "#modules/academy/lrs/find-statements.ts";
import { acceptedLanguages } from "#modules/academy/rules/lrs/choose-language.ts";
import {
  activityIdsOf,
  forVersionOne,
  toCanonical,
  toIds,
} from "#modules/academy/rules/lrs/format-statement.ts";
import type { JsonObject } from "#modules/academy/rules/lrs/json-values.ts";
import type { ApiVersion } from "#modules/academy/rules/lrs/spoken-version.ts";

/** How statements are given: as they came, by their identifiers alone, or as the store knows their parts. */
export type StatementFormat = "exact" | "ids" | "canonical";

/** The statement as JSON text, with what the store set. The stored text is not parsed for it. */
export function exactText({ raw, hasTimestamp, storedMs }: StatementRecord): string {
  const stored = JSON.stringify(isoOf(storedMs));
  return `${raw.slice(0, -1)},"stored":${stored}${hasTimestamp ? "" : `,"timestamp":${stored}`}}`;
}

const mayHoldNew = (raw: string): boolean =>
  raw.includes('"contextAgents"') || raw.includes('"contextGroups"');

/** What a rendering needs to know. */
export interface Rendering {
  format: StatementFormat;
  version: ApiVersion;
  acceptLanguage: string | null;
  definitionsOf(iris: readonly string[]): Promise<ReadonlyMap<string, JsonObject>>;
}

/** Statements as JSON texts in the format asked for. */
export async function statementTexts(
  records: readonly StatementRecord[],
  { format, version, acceptLanguage, definitionsOf }: Rendering,
): Promise<string[]> {
  const fit = (record: StatementRecord, statement: JsonObject): JsonObject =>
    version.major === 1 && mayHoldNew(record.raw) ? forVersionOne(statement) : statement;
  const parse = (record: StatementRecord): JsonObject => fit(record, JSON.parse(exactText(record)));
  if (format === "exact")
    return records.map((record) =>
      version.major === 1 && mayHoldNew(record.raw) ? JSON.stringify(parse(record)) : exactText(record),
    );
  const statements = records.map(parse);
  if (format === "ids") return statements.map((statement) => JSON.stringify(toIds(statement)));
  const known = await definitionsOf([...new Set(statements.flatMap(activityIdsOf))]);
  const accepted = acceptedLanguages(acceptLanguage);
  return statements.map((statement) =>
    JSON.stringify(toCanonical(statement, accepted, (iri) => known.get(iri))),
  );
}
