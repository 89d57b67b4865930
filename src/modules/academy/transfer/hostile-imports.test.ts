import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { firstRow, sql } from "#kernel/db/sql.ts";
import { rawZip, type RawEntry } from "#test/factories/hostile-zip.ts";
import { importFile, lookAt } from "#test/factories/imports.ts";
import { MANIFEST_12, scorm12, zipOf } from "#test/factories/zip.ts";
import { openTestApp, type TestApp } from "#test/harness.ts";

// Everything here stands beside an honest package, so that only the one bad entry is at fault.
const HONEST: readonly RawEntry[] = [
  { name: "imsmanifest.xml", content: MANIFEST_12 },
  { name: "content/one.html", content: "<p>one" },
  { name: "content/two.html", content: "<p>two" },
];
const withBad = (...bad: RawEntry[]) => rawZip([...HONEST, ...bad]);
const named = (...names: string[]) => withBad(...names.map((name) => ({ name })));
const BLANKS = Buffer.alloc(30_000_000);

const REFUSED: Readonly<Record<string, readonly [archive: () => Buffer | Promise<Buffer>, code: string]>> = {
  "a name that climbs out": [() => named("../x.html"), "path"],
  "a name that climbs out later": [() => named("content/../../x.html"), "path"],
  "a name that climbs out with backslashes": [() => named("..\\x.html"), "path"],
  "a name from the root": [() => named("/etc/cron.d/x"), "path"],
  "a name on a drive": [() => named("C:/x.html"), "path"],
  "a name on a drive with backslashes": [() => named("c:\\x.html"), "path"],
  "a name on another machine": [() => named("\\\\host\\share\\x"), "path"],
  "a name with a zero": [() => named("a\u0000.html"), "path"],
  "a name with a line break": [() => named("a\nb.html"), "path"],
  "a name with a sign of the upper controls": [() => named("a\u0085b.html"), "path"],
  "a name that is too long": [() => named("a".repeat(600)), "path"],
  "a name that is too deep": [() => named(`${"a/".repeat(40)}x`), "path"],
  "a link": [() => withBad({ name: "l", content: "/etc/passwd", unixMode: 0o120777 }), "link"],
  "a device": [() => withBad({ name: "d", unixMode: 0o020666 }), "link"],
  "a password": [() => withBad({ name: "p.html", flags: 1 }), "encrypted"],
  "a way of packing that is not read": [() => withBad({ name: "m.html", method: 12 }), "method"],
  "a file that grows a thousandfold": [() => withBad({ name: "b", content: BLANKS }), "bomb"],
  "many files that grow a thousandfold together": [
    () =>
      withBad(
        ...Array.from({ length: 8 }, (_, at) => ({
          name: `b${at}`,
          content: BLANKS.subarray(0, 19_000_000),
        })),
      ),
    "bomb",
  ],
  "files of 24 GB together": [
    () =>
      withBad(
        ...Array.from({ length: 6 }, (_, at) => ({ name: `b${at}`, bytes: 4e9, compressedBytes: 1e9 })),
      ),
    "bomb",
  ],
  "files that lie on one another": [
    () => withBad({ name: "a", content: "a".repeat(200), method: 0 }, { name: "b", content: "a", offset: 0 }),
    "bomb",
  ],
  "more than 20,000 files": [() => named(...Array.from({ length: 20_001 }, (_, at) => `f${at}`)), "entries"],
  "a name twice": [() => named("x.html", "x.html"), "duplicate"],
  "a name twice, once with capitals": [() => named("x.html", "X.HTML"), "duplicate"],
  "a name twice in two forms of an accent": [() => named("caf\u00e9.html", "cafe\u0301.html"), "duplicate"],
  "a name twice, once with backslashes": [() => named("a/x.html", "a\\x.html"), "duplicate"],
  "a wrong checksum": [() => withBad({ name: "c.html", crc: 1 }), "broken"],
  "more bytes than it says": [() => withBad({ name: "c.html", content: "a".repeat(99), bytes: 5 }), "broken"],
  "fewer bytes than it says": [() => withBad({ name: "c.html", content: "a", bytes: 500 }), "broken"],
  "a place beyond its end": [() => withBad({ name: "c.html", offset: 0x7fffffff }), "broken"],
  "half of it": [async () => (await scorm12()).subarray(0, 900), "broken"],
  "its end alone": [async () => (await scorm12()).subarray(-60), "broken"],
  "a directory that says more than there is": [
    () => {
      const zip = withBad();
      zip.writeUInt32LE(0xfffffff0, zip.length - 6);
      return zip;
    },
    "broken",
  ],
  "no ZIP": [() => Buffer.from("These are words."), "broken"],
};

describe("an archive made to do harm", () => {
  let house: TestApp;
  before(async () => {
    house = await openTestApp();
  });
  after(() => house.close());

  const assertNothingWritten = async () => {
    const { db } = house.app.database;
    const rows = await firstRow(
      db,
      sql`SELECT (SELECT count(*)::int FROM academy.course) AS courses,
                 (SELECT count(*)::int FROM academy.package) AS packages,
                 (SELECT count(*)::int FROM academy.package_file) AS files`,
    );
    assert.deepEqual(rows, { courses: 0, packages: 0, files: 0 });
  };

  for (const [what, [archive, code]] of Object.entries(REFUSED))
    it(`is refused by name, and nothing of it comes in: ${what}`, async () => {
      const { status, error } = await importFile(house, await archive(), "roofs.zip");
      assert.deepEqual([status, error?.code], ["failed", `academy.archive_${code}`]);
      assert.ok(error && error.message.length > 10);
      await assertNothingWritten();
    });

  it("is refused before anything of it is read when its manifest declares entities", async () => {
    const manifest = '<!DOCTYPE m [<!ENTITY f SYSTEM "file:///etc/passwd">]><manifest>adlcp &f;</manifest>';
    const { status, error } = await importFile(house, await zipOf({ "imsmanifest.xml": manifest }), "x.zip");
    assert.deepEqual([status, error?.code], ["failed", "academy.xml_entities"]);
    await assertNothingWritten();
  });

  it("is no course when there is nothing in it", async () => {
    const { status, error } = await importFile(house, rawZip([]), "roofs.zip");
    assert.deepEqual([status, error?.code], ["failed", "academy.import_unknown_format"]);
    await assert.rejects(lookAt(house, Buffer.alloc(0), { name: "roofs.zip" }), { kind: "invalid" });
    await assertNothingWritten();
  });

  it("within an archive is a file and is not unpacked", async () => {
    const inner = rawZip([{ name: "../x" }, { name: "b", content: BLANKS }]);
    const { status, found } = await lookAt(house, await scorm12({ "inner.zip": inner }), {
      name: "roofs.zip",
    });
    assert.deepEqual([status, found?.packages, found?.files], ["ready", 1, 6]);
  });
});
