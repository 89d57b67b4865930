import { DrizzleQueryError } from "drizzle-orm";
import pino from "pino";

export type Logger = pino.Logger;

// Whatever is logged by mistake under these names is not written.
const SECRETS = ["password", "token", "secret", "authorization", "cookie", "set-cookie"];

/** A database error's own words, without `detail` and `where`, which quote values. */
function describeQuery({ name, query, cause, stack = "" }: DrizzleQueryError): object {
  const { code, constraint, table, severity } = (cause ?? {}) as unknown as Record<string, unknown>;
  const frames = stack.slice(Math.max(0, stack.indexOf("\n    at ")));
  return { type: name, message: cause?.message, query, code, constraint, table, severity, stack: frames };
}

/**
 * An error as the log tells it. A failed query is told by its statement and the database's words: what was bound to
 * it may be a secret.
 */
export function describeError(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  if (error instanceof DrizzleQueryError) return describeQuery(error);
  const { name, message, stack, cause } = error;
  return { type: name, message, stack, ...(cause === undefined ? {} : { cause: describeError(cause) }) };
}

/** One JSON line per entry on stderr, so that stdout stays free for a command's own output. */
export const createLogger = (level: string): Logger =>
  pino(
    {
      level,
      base: undefined,
      serializers: { error: describeError, err: describeError },
      redact: SECRETS.flatMap((name) =>
        [name, `*.${name}`, `*.*.${name}`].map((path) =>
          path.replace("set-cookie", '["set-cookie"]').replace('.["', '["'),
        ),
      ),
    },
    pino.destination({ dest: 2, sync: false }),
  );
