import pino from "pino";

export type Logger = pino.Logger;

// Whatever is logged by mistake under these names is not written.
const SECRETS = ["password", "token", "secret", "authorization", "cookie", "set-cookie"];

/** One JSON line per entry on stderr, so that stdout stays free for a command's own output. */
export const createLogger = (level: string): Logger =>
  pino(
    {
      level,
      base: undefined,
      serializers: { error: pino.stdSerializers.err },
      redact: SECRETS.flatMap((name) =>
        [name, `*.${name}`, `*.*.${name}`].map((path) =>
          path.replace("set-cookie", '["set-cookie"]').replace('.["', '["'),
        ),
      ),
    },
    pino.destination({ dest: 2, sync: false }),
  );
