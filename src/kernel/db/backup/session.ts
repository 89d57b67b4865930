import { Client } from "pg";
import { type Connection, clientOptions } from "#kernel/db/database.ts";

// Values travel as text, so both ends must print and read it the same way, whatever the server's defaults.
const TEXT_FORM = `
  SET datestyle = 'ISO, MDY'; SET intervalstyle = 'postgres'; SET timezone = 'UTC'; SET bytea_output = 'hex';
  SET extra_float_digits = 1; SET xmloption = 'content'; SET search_path = pg_catalog;
  SET statement_timeout = 0; SET lock_timeout = '10s'; SET idle_in_transaction_session_timeout = 0;
  SET row_security = off`;

/** Runs `work` on a connection of its own that prints and reads values exactly. */
export async function withSession<T>(owner: Connection, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ ...clientOptions(owner), application_name: "cairn-backup" });
  // A connection that breaks between two queries fails the next one; unheard, the event would end the process.
  client.on("error", () => {});
  await client.connect();
  try {
    await client.query(TEXT_FORM);
    return await work(client);
  } finally {
    await client.end().catch(() => {});
  }
}
