import { firstSequenceOf, type StatementSearch } from "#modules/academy/lrs/find-statements.ts";
import type { MoreToken } from "#modules/academy/lrs/more-link.ts";
import type { StatementFormat } from "#modules/academy/lrs/statement-text.ts";
import { identityOf } from "#modules/academy/rules/lrs/agent-identity.ts";
import {
  agentParameter,
  countParameter,
  demandKnown,
  flagParameter,
  instantParameter,
  iriParameter,
  type Parameters,
  uuidParameter,
} from "#modules/academy/rules/lrs/parameters.ts";
import { fault } from "#modules/academy/rules/lrs/statement-fault.ts";
import { filterKey } from "#modules/academy/rules/lrs/statement-keys.ts";

const SINGLE = new Set(["statementId", "voidedStatementId", "format", "attachments"]);
const MANY = new Set([
  "agent",
  "verb",
  "activity",
  "registration",
  "related_activities",
  "related_agents",
  "since",
  "until",
  "limit",
  "format",
  "attachments",
  "ascending",
]);

/** Statements of one page where the reader asks for no number, and most of one page. */
const PAGE = 100;
const MOST = 500;

/** What a GET asks for: one statement by its id, or a page of many. */
export type StatementQuery = { format: StatementFormat; attachments: boolean } & (
  | { statementId: string; wantsVoided: boolean }
  | { search: StatementSearch }
);

function formatOf(parameters: Parameters): StatementFormat {
  const format = parameters.get("format") ?? "exact";
  if (format === "exact" || format === "ids" || format === "canonical") return format;
  return fault("format", "must be exact, ids or canonical");
}

function keysOf(parameters: Parameters): string[] {
  const agent = agentParameter(parameters);
  const verb = iriParameter(parameters, "verb");
  const activity = iriParameter(parameters, "activity");
  const registration = uuidParameter(parameters, "registration");
  const relatedAgents = flagParameter(parameters, "related_agents");
  const relatedActivities = flagParameter(parameters, "related_activities");
  const identity = agent && identityOf(agent);
  return [
    ...(identity ? [(relatedAgents ? filterKey.relatedAgent : filterKey.agent)(identity)] : []),
    ...(activity ? [(relatedActivities ? filterKey.relatedActivity : filterKey.activity)(activity)] : []),
    ...(registration ? [filterKey.registration(registration)] : []),
    ...(verb ? [filterKey.verb(verb)] : []),
  ];
}

const lowest = (a: bigint | undefined, b: bigint | undefined): bigint | undefined =>
  a === undefined || (b !== undefined && b < a) ? b : a;
const highest = (a: bigint | undefined, b: bigint | undefined): bigint | undefined =>
  a === undefined || (b !== undefined && b > a) ? b : a;

/**
 * Between which sequences to look. In ascending order no further than what is consistent: who reads on from where a page
 * ended must not pass a statement that is still on its way.
 */
function boundsOf(
  parameters: Parameters,
  ascending: boolean,
  { after, throughMs }: { after: string | undefined; throughMs: number },
): { above?: string; below?: string } {
  const since = instantParameter(parameters, "since");
  const until = instantParameter(parameters, "until");
  const from = since === undefined ? undefined : firstSequenceOf(since + 1) - 1n;
  const to = until === undefined ? undefined : firstSequenceOf(until + 1);
  const cursor = after === undefined ? undefined : BigInt(after);
  const above = ascending ? highest(from, cursor) : from;
  const below = ascending ? lowest(to, firstSequenceOf(throughMs + 1)) : lowest(to, cursor);
  return {
    ...(above === undefined ? {} : { above: String(above) }),
    ...(below === undefined ? {} : { below: String(below) }),
  };
}

/** Reads the parameters of a GET. `after` is where an earlier page ended. Errors: StatementFault. */
export function readStatementQuery(
  parameters: Parameters,
  place: { after?: MoreToken["after"]; throughMs: number },
): StatementQuery {
  const isSingle = parameters.has("statementId") || parameters.has("voidedStatementId");
  demandKnown(parameters, isSingle ? SINGLE : MANY);
  const look = { format: formatOf(parameters), attachments: flagParameter(parameters, "attachments") };
  if (isSingle) {
    const statementId = uuidParameter(parameters, "statementId");
    const voidedId = uuidParameter(parameters, "voidedStatementId");
    if (statementId && voidedId) fault("voidedStatementId", "must not be there with statementId");
    return { ...look, statementId: statementId ?? voidedId ?? "", wantsVoided: voidedId !== undefined };
  }
  const ascending = flagParameter(parameters, "ascending");
  const limit = countParameter(parameters, "limit");
  const bounds = boundsOf(parameters, ascending, { after: place.after, throughMs: place.throughMs });
  const search = { keys: keysOf(parameters), ascending, limit: Math.min(limit || PAGE, MOST), ...bounds };
  return { ...look, search };
}
