import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { createInterface } from "node:readline";
import { firstRow, rows, sql } from "#kernel/db/sql.ts";
import { auditInvoices } from "#modules/billing/ledger/audit-invoices.ts";
import { verifyLedger } from "#modules/billing/ledger/verify-ledger.ts";
import { addSubscribers } from "./billing-accounts.ts";
import { machine, openBenchHouse, report } from "./house.ts";

const SUBSCRIPTIONS = Number(process.argv[2] ?? 20_000);
const KILLS = [0.2, 0.45, 0.7];
const NOW = "2027-02-28T12:00:00Z";

type House = Awaited<ReturnType<typeof openBenchHouse>>;

function startWorker({ app, connections }: House): ChildProcess {
  const given = { connection: connections.app, folder: app.config.CAIRN_DATA, now: NOW };
  return spawn(
    process.execPath,
    [path.join(import.meta.dirname, "billing-worker.ts"), JSON.stringify(given)],
    { stdio: ["ignore", "pipe", "inherit"] },
  );
}

const billed = async ({ app }: House): Promise<number> =>
  (
    await firstRow<{ count: number }>(
      app.database.db,
      sql`SELECT count(*) AS count FROM billing.subscription_period WHERE starts_on = '2027-02-28'`,
    )
  )?.count ?? 0;

/** Lets a worker bill to the end; its own account of it. */
async function runToEnd(house: House): Promise<{ seconds: number; cpuSeconds: number }> {
  const worker = startWorker(house);
  if (!worker.stdout) throw new Error("A worker has an output");
  let last = "";
  for await (const line of createInterface(worker.stdout)) last = line;
  return JSON.parse(last);
}

/** Lets a worker bill until a share is done, and kills it there without a word. */
async function runAndKill(house: House, share: number): Promise<number> {
  const worker = startWorker(house);
  while ((await billed(house)) < SUBSCRIPTIONS * share && worker.exitCode === null)
    await new Promise((later) => setTimeout(later, 10));
  worker.kill("SIGKILL");
  await once(worker, "exit");
  return billed(house);
}

/** Everything a run leaves behind, as one hash: what is owed by whom under which number, and what is in the books. */
async function endState({ app }: House): Promise<object> {
  const [state] = await rows<object>(
    app.database.db,
    sql`SELECT
          (SELECT count(*) FROM billing.invoice) AS invoices,
          (SELECT md5(string_agg(concat_ws('|', source_key, full_number, net_minor, tax_minor, total_minor, due_on,
             payment_reference, status), E'\n' ORDER BY number)) FROM billing.invoice) AS "invoicesHash",
          (SELECT md5(string_agg(concat_ws('|', i.full_number, l.position, l.net_minor, l.tax_minor, l.tax_jurisdiction,
             l.period_starts_on, l.period_ends_on), E'\n' ORDER BY i.number, l.position))
           FROM billing.invoice_line l JOIN billing.invoice i ON i.id = l.invoice_id) AS "linesHash",
          (SELECT md5(string_agg(concat_ws('|', id, status, period_index, period_starts_on, period_ends_on, version), E'\n'
             ORDER BY id)) FROM billing.subscription) AS "subscriptionsHash",
          (SELECT md5(string_agg(concat_ws('|', i.full_number, p.position, p.account, p.amount_minor, p.jurisdiction), E'\n'
             ORDER BY i.number, p.position))
           FROM billing.posting p JOIN billing.journal j ON j.id = p.journal_id
           JOIN billing.invoice i ON j.ref = 'invoice:' || i.id) AS "booksHash",
          (SELECT count(*) FROM kernel.event WHERE name IN ('billing.invoice_issued', 'billing.subscription_renewed'))
            AS events,
          (SELECT count(*) FROM billing.subscription_state) AS states`,
  );
  return state ?? {};
}

async function isRight({ app }: House): Promise<boolean> {
  const [ledger, invoices] = [await verifyLedger(app.database.db), await auditInvoices(app.database.db)];
  return ledger.ok && invoices.ok;
}

/** Processor seconds of all server processes so far. */
async function serverSeconds({ app }: House): Promise<number> {
  const { readFile, readdir } = await import("node:fs/promises");
  const [own] = await rows<{ pid: number }>(app.database.db, sql`SELECT pg_backend_pid() AS pid`);
  const parentOf = async (pid: number | string) =>
    (await readFile(`/proc/${pid}/stat`, "utf8")).split(") ")[1]?.split(" ")[1];
  const postmaster = await parentOf(own?.pid ?? 0);
  let ticks = 0;
  for (const pid of (await readdir("/proc")).filter((name) => /^\d+$/.test(name))) {
    const stat = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => "");
    const fields = stat.split(") ")[1]?.split(" ") ?? [];
    if (pid === postmaster) ticks += Number(fields[13]) + Number(fields[14]);
    else if (fields[1] === postmaster) ticks += Number(fields[11]) + Number(fields[12]);
  }
  return ticks / 100;
}

async function openFullHouse(): Promise<House> {
  const house = await openBenchHouse();
  await addSubscribers(house.app.database.db, SUBSCRIPTIONS);
  await house.app.database.db.execute(sql`ANALYZE`);
  return house;
}

const whole = await openFullHouse();
const before = await serverSeconds(whole);
const run = await runToEnd(whole);
const serverCpuSeconds = (await serverSeconds(whole)) - before;
const wholeState = await endState(whole);
const wholeIsRight = await isRight(whole);
await whole.close();

const broken = await openFullHouse();
const billedAtKills: number[] = [];
for (const share of KILLS) billedAtKills.push(await runAndKill(broken, share));
await runToEnd(broken);
const brokenState = await endState(broken);
const brokenIsRight = await isRight(broken);
await broken.close();

report({
  bench: "billing",
  machine: machine(),
  subscriptions: SUBSCRIPTIONS,
  invoicesPerSecond: Math.round(SUBSCRIPTIONS / run.seconds),
  seconds: Math.round(run.seconds * 10) / 10,
  cpuSeconds: { worker: run.cpuSeconds, server: serverCpuSeconds },
  killed: { times: KILLS.length, billedAtKills },
  identicalEndState: JSON.stringify(wholeState) === JSON.stringify(brokenState),
  booksAndInvoicesVerified: wholeIsRight && brokenIsRight,
  endState: wholeState,
});
