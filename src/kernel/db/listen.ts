import { Client } from "pg";
import { type Connection, clientOptions } from "#kernel/db/database.ts";
import type { Logger } from "#kernel/log.ts";

/** A standing LISTEN; `close` ends it. */
export interface Listener {
  close(): Promise<void>;
}

const RETRY_MS = 1000;

/**
 * Hears notifications of a channel on a connection of its own, reconnecting when the server goes away.
 * `heard` is also called after each (re)connection, because notifications may have been missed meanwhile.
 */
export async function listen(
  connection: Connection,
  channel: string,
  heard: (payload: string) => void,
  log: Logger,
): Promise<Listener> {
  let client: Client | undefined;
  let closed = false;
  let retry: NodeJS.Timeout | undefined;

  const reconnect = () => {
    if (closed) return;
    clearTimeout(retry);
    retry = setTimeout(() => connect().catch(reconnect), RETRY_MS);
  };
  const connect = async (): Promise<void> => {
    const next = new Client(clientOptions({ ...connection, applicationName: `cairn-listen-${channel}` }));
    next.on("notification", (message) => heard(message.payload ?? ""));
    next.on("error", (error) => {
      log.warn({ channel, error: error.message }, "Listening was interrupted");
      next.end().catch(() => {});
      reconnect();
    });
    await next.connect();
    await next.query(`LISTEN "${channel}"`);
    client = next;
    heard("");
  };

  await connect();
  return {
    close: async () => {
      closed = true;
      clearTimeout(retry);
      await client?.end().catch(() => {});
    },
  };
}
