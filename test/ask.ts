import { Client } from "pg";
import type { EmbeddedConnection } from "#kernel/db/embedded/index.ts";

/** Runs one statement as the administrator and gives the first value of the first row. */
export async function ask(server: Omit<EmbeddedConnection, "pid">, statement: string): Promise<unknown> {
  const client = new Client({
    host: server.host,
    port: server.port,
    user: server.adminUser,
    password: server.adminPassword,
    database: "postgres",
  });
  await client.connect();
  try {
    const result = await client.query({ text: statement, rowMode: "array" });
    return result.rows[0]?.[0];
  } finally {
    await client.end();
  }
}
