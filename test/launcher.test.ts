import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdirSync, realpathSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { ROOT } from "#test/embedded-process.ts";
import { temporaryFolder } from "#test/temporary-folder.ts";

const CLI = `
const [, , command, code] = process.argv;
process.on("SIGTERM", () => process.exit(7));
const said: string = JSON.stringify({ node: process.version, args: process.argv.slice(2), environment: process.env.NODE_ENV, directory: process.cwd() });
process.stdout.write(said + "\\n");
if (command === "exit") process.exitCode = Number(code);
if (command === "wait") setInterval(() => {}, 1000);
`;

/** A project with the real launcher and a command line that says how it was called. */
function project(): string {
  const root = temporaryFolder();
  cpSync(path.join(ROOT, "bin"), path.join(root, "bin"), { recursive: true });
  mkdirSync(path.join(root, "src/main"), { recursive: true });
  writeFileSync(path.join(root, "package.json"), '{ "type": "module" }');
  writeFileSync(path.join(root, "src/main/cli.ts"), CLI);
  return root;
}

/** A folder to use as PATH, in which `node` says it is of that version and does nothing else. */
function pathWithNode(version: string): string {
  const dir = temporaryFolder();
  writeFileSync(path.join(dir, "node"), `#!/bin/sh\necho ${version}\n`, { mode: 0o755 });
  return dir;
}

test("it runs from anywhere, through a link, with its arguments and exit code", () => {
  const root = project();
  const elsewhere = realpathSync(temporaryFolder());
  symlinkSync(path.join(root, "bin/cairn"), path.join(elsewhere, "cairn"));
  const { NODE_ENV: _, ...environment } = process.env;
  const run = spawnSync(path.join(elsewhere, "cairn"), ["exit", "3", "two words"], {
    cwd: elsewhere,
    env: { ...environment, PATH: `${path.dirname(process.execPath)}:${process.env.PATH}` },
    encoding: "utf8",
  });
  assert.equal(run.status, 3, run.stderr);
  assert.deepEqual(JSON.parse(run.stdout), {
    node: process.version,
    args: ["exit", "3", "two words"],
    environment: "production",
    directory: elsewhere,
  });
});

test("NODE_ENV that is set stays", () => {
  const run = spawnSync(process.execPath, [path.join(project(), "bin/cairn")], {
    env: { ...process.env, NODE_ENV: "test" },
    encoding: "utf8",
  });
  assert.equal(JSON.parse(run.stdout).environment, "test");
});

test("SIGTERM reaches the program, which decides how to end", async () => {
  const child = spawn(process.execPath, [path.join(project(), "bin/cairn"), "wait"], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  await once(child.stdout, "data");
  child.kill("SIGTERM");
  const [code] = await once(child, "exit");
  assert.equal(code, 7);
});

const older = ["/usr/bin/node", "/usr/local/bin/node"].find((node) => {
  const version = /^v(\d+)/.exec(spawnSync(node, ["--version"], { encoding: "utf8" }).stdout ?? "");
  return version !== null && Number(version[1]) < 26;
});
const needsOlder = older ? false : "there is no older Node on this machine";

test("an older Node finds the one npm installed, and passes signals and the exit code on", {
  skip: needsOlder,
}, async () => {
  const root = project();
  const name = `node-${process.platform}-${process.arch}`;
  mkdirSync(path.join(root, "node_modules", name, "bin"), { recursive: true });
  symlinkSync(process.execPath, path.join(root, "node_modules", name, "bin/node"));
  const child = spawn(older!, [path.join(root, "bin/cairn"), "wait"], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [said] = await once(child.stdout, "data");
  assert.equal(JSON.parse(String(said)).node, process.version);
  child.kill("SIGTERM");
  const [code] = await once(child, "exit");
  assert.equal(code, 7);
});

test("an older Node alone is told what is needed", { skip: needsOlder }, () => {
  const run = spawnSync(older!, [path.join(project(), "bin/cairn")], {
    env: { PATH: pathWithNode("v22.1.0") },
    encoding: "utf8",
  });
  assert.equal(run.status, 1);
  assert.match(run.stderr, /^cairn\.node: Cairn needs Node 26 or newer; this is v\d+\..* Run npm install/);
});
