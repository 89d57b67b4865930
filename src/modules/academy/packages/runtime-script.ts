import { readFileSync } from "node:fs";
import { createRequire, stripTypeScriptTypes } from "node:module";

const require = createRequire(import.meta.url);
const SOURCE = new URL("./runtime/package-runtime.ts", import.meta.url);

const ENGINES = { scorm12: "scorm-again/scorm12/min", scorm2004: "scorm-again/scorm2004/min" } as const;

const scripts = new Map<string, string>();

/** True for a kind of package that has a script. */
export const hasEngine = (kind: string): kind is keyof typeof ENGINES => Object.hasOwn(ENGINES, kind);

/** What runs in every page of a SCORM package: scorm-again, and our part that gives it its data and takes its commits. */
export const runtimeScript = (kind: keyof typeof ENGINES): string =>
  scripts.getOrInsertComputed(kind, () => {
    const engine = readFileSync(require.resolve(ENGINES[kind]), "utf8");
    const ours = stripTypeScriptTypes(readFileSync(SOURCE, "utf8"));
    return `${engine}\n;(() => {\n${ours}\n})();\n`;
  });
