import { Readable } from "node:stream";
import { saveFile } from "#kernel/files/save-file.ts";
import { machine, openBenchHouse, report } from "./house.ts";

/*
 * Customers brought in from a CSV file: looking at it first, bringing it in, and bringing in the same file once more.
 *
 *     npm run bench -- people-import [ROWS]
 */

const ROWS = Number(process.argv[2] ?? 10_000);
const HEADINGS = "External id,Kind,Name,E-mail,Tax id,Country,Postcode,City,Street,Currency";

const line = (n: number): string =>
  n % 3 === 0
    ? `C-${n},organisation,Werkstatt ${n} GmbH,bills-${n}@example.com,DE${100_000_000 + n},DE,10119,Berlin,Torstraße ${n},EUR`
    : `C-${n},individual,Ana Reyes ${n},ana-${n}@example.com,,US,97201,Portland,${n} Main Street,USD`;

const house = await openBenchHouse();
const { app } = house;

/** What one pass took, in milliseconds. */
async function bringIn(content: string) {
  const { fileId } = await saveFile(app.database.db, app.services.files, {
    content: Readable.from([Buffer.from(content)]),
    name: "customers.csv",
    mediaType: "text/csv",
    maxBytes: 50_000_000,
    now: app.clock.now(),
    createdBy: null,
  });
  const started = performance.now();
  const { importId } = (await app.call("people.check_import", { fileId })) as { importId: string };
  const checked = performance.now();
  await app.call("people.start_import", { importId });
  let isOver = false;
  while (!isOver)
    isOver = ((await app.call("people.import_chunk", { importId })) as { isOver: boolean }).isOver;
  const ended = performance.now();
  const { opened, changed, unchanged } = (await app.call("people.get_import", { importId })) as Record<
    string,
    number
  >;
  return {
    checkMs: Math.round(checked - started),
    importMs: Math.round(ended - checked),
    opened,
    changed,
    unchanged,
  };
}

try {
  const content = [HEADINGS, ...Array.from({ length: ROWS }, (_, n) => line(n + 1))].join("\n");
  const cpu = process.cpuUsage();
  const first = await bringIn(content);
  const { user, system } = process.cpuUsage(cpu);
  const again = await bringIn(content);
  if (first.opened !== ROWS || again.unchanged !== ROWS)
    throw new Error(`Customers were lost or doubled: ${JSON.stringify({ first, again })}`);
  const cpuMs = Math.round((user + system) / 1000);
  report({ bench: "people-import", machine: machine(), rows: ROWS, first: { ...first, cpuMs }, again });
} finally {
  await house.close();
}
