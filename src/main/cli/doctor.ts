import { statfs } from "node:fs/promises";
import { createTransport } from "nodemailer";
import { verifyAuditChain } from "#kernel/audit/verify.ts";
import { type Config, dataFolder } from "#kernel/config.ts";
import { ping } from "#kernel/db/prepare.ts";
import { firstRow, sql } from "#kernel/db/sql.ts";
import { AppError, isAppError } from "#kernel/errors.ts";
import { type App, ROOT } from "#main/app.ts";
import type { CliCommand, Invocation } from "#main/cli/command.ts";
import { withApp } from "#main/house.ts";

interface Finding {
  check: string;
  ok: boolean;
  detail: string;
  /** What to do about it. */
  cure?: string;
}

const MIN_FREE_BYTES = 1024 ** 3;
const MAX_CLOCK_DRIFT_MS = 2000;

const good = (check: string, detail: string): Finding => ({ check, ok: true, detail });
const bad = (check: string, detail: string, cure: string): Finding => ({ check, ok: false, detail, cure });

function checkNode(): Finding {
  const major = Number(process.versions.node.split(".")[0]);
  return major >= 26
    ? good("node", `Node ${process.versions.node}`)
    : bad(
        "node",
        `Node ${process.versions.node} is too old`,
        "Run npm install, which brings Node 26, or install Node 26.",
      );
}

async function checkDisk(config: Config): Promise<Finding> {
  const data = dataFolder(config, ROOT);
  const { bavail, bsize } = await statfs(data).catch(() => statfs(ROOT));
  const free = bavail * bsize;
  const words = `${(free / 1024 ** 3).toFixed(1)} GB free`;
  return free >= MIN_FREE_BYTES
    ? good("disk", words)
    : bad("disk", words, `Make room, or move the data folder (${data}) with CAIRN_DATA.`);
}

async function checkMail(config: Config): Promise<Finding> {
  if (!config.CAIRN_SMTP_URL)
    return good("mail", "No mail server is set; mails stay in the outbox of the console");
  try {
    await createTransport(config.CAIRN_SMTP_URL).verify();
    return good("mail", "The mail server answers");
  } catch (error) {
    return bad(
      "mail",
      `The mail server does not answer: ${(error as Error).message}`,
      "Check CAIRN_SMTP_URL.",
    );
  }
}

async function checkClock(app: App): Promise<Finding> {
  const row = await firstRow<{ ms: number }>(
    app.database.db,
    sql`SELECT (extract(epoch FROM clock_timestamp()) * 1000)::float8 AS ms`,
  );
  const drift = Math.abs((row?.ms ?? 0) - Temporal.Now.instant().epochMilliseconds);
  const words = `Clocks of this machine and the database differ by ${Math.round(drift)} ms`;
  return drift < MAX_CLOCK_DRIFT_MS
    ? good("clock", words)
    : bad("clock", words, "Turn on time synchronisation (NTP) on both.");
}

async function checkRole(app: App): Promise<Finding> {
  const row = await firstRow<{ strong: boolean }>(
    app.database.db,
    sql`SELECT (rolsuper OR rolbypassrls) AS strong FROM pg_roles WHERE rolname = current_user`,
  );
  return row?.strong
    ? bad(
        "role",
        "The application works as a role that sees past row-level security",
        "Give DATABASE_URL a role without SUPERUSER and BYPASSRLS.",
      )
    : good("role", "The application's role is bound by row-level security");
}

async function checkAudit(app: App): Promise<Finding> {
  const verdict = await verifyAuditChain(app.database.db);
  return verdict.ok
    ? good("audit", `The audit chain is whole, ${verdict.entries} entries`)
    : bad(
        "audit",
        `The audit chain is broken at position ${verdict.firstBroken?.position}: ${verdict.firstBroken?.reason}`,
        "Compare with a backup; somebody changed history.",
      );
}

async function checkLetters(app: App): Promise<Finding> {
  const row = await firstRow<{ n: number }>(
    app.database.db,
    sql`SELECT count(*)::int AS n FROM kernel.dead_letter WHERE replayed_at IS NULL`,
  );
  return row?.n
    ? bad(
        "events",
        `${row.n} events could not be delivered`,
        "Look at them under Settings, Jobs, and replay them.",
      )
    : good("events", "No event is left undelivered");
}

async function examine(invocation: Invocation): Promise<Finding[]> {
  const { config } = invocation;
  const outside = [checkNode(), await checkDisk(config), await checkMail(config)];
  try {
    const inside = await withApp(invocation, async (app, database) => [
      good("database", `PostgreSQL ${await ping(database.connections.app)}`),
      good("migrations", "The database is up to date"),
      await checkRole(app),
      await checkClock(app),
      await checkAudit(app),
      await checkLetters(app),
    ]);
    return [...outside, ...inside];
  } catch (error) {
    const cure = isAppError(error) ? error.message : "Check DATABASE_URL and whether the server runs.";
    return [...outside, bad("database", `The database cannot be reached: ${(error as Error).message}`, cure)];
  }
}

/** `cairn doctor`: looks at everything an installation needs and says what to do. */
export const doctor: CliCommand = {
  name: "doctor",
  usage: "[--json]",
  summary: "Checks Node, disk, database, migrations, mail, clock and the audit chain, and says what to do.",
  run: async (invocation) => {
    const findings = await examine(invocation);
    if (invocation.options.json)
      invocation.print(JSON.stringify({ ok: findings.every(({ ok }) => ok), findings }));
    else
      for (const { check, ok, detail, cure } of findings)
        invocation.print(`${ok ? "ok  " : "bad "} ${check.padEnd(10)} ${detail}${cure ? `. ${cure}` : ""}`);
    const failed = findings.filter(({ ok }) => !ok).length;
    if (failed > 0) throw new AppError("unavailable", "doctor.found_faults", `${failed} checks failed.`);
  },
};
