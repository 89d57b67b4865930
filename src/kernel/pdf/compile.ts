import { readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { NodeCompiler, type NodeTypstDocument } from "@myriaddreamin/typst-ts-node-compiler";
import { BOX } from "#kernel/pdf/clean-text.ts";
import type { RenderedDocument } from "#kernel/pdf/renderer.ts";
import { scriptFonts, scriptsIn } from "#kernel/pdf/script-fonts.ts";
import type { TypstJob } from "#kernel/pdf/typst-job.ts";

/*
 * Runs in the process that renders. Fonts: Inter and, for writing it does not have, Noto; then those inside the compiler
 * (Libertinus Serif, New Computer Modern, DejaVu Sans Mono), then the machine's own, for characters the ones before do not
 * have.
 */
const FACES = ["400Regular", "400Regular_Italic", "500Medium", "600SemiBold", "700Bold"];

// A place that is not there: templates see the files given to them and no other.
const ROOT = "/cairn-documents";
const STANDARD = "a-3a";
// Each pass names what the one before could not show; shaping may bring up a few more.
const PASSES = 4;

const INTER = path.dirname(fileURLToPath(import.meta.resolve("@expo-google-fonts/inter/package.json")));

const fontFile = (face: string): Buffer => readFileSync(path.join(INTER, face, `Inter_${face}.ttf`));

const createCompiler = (scripts: readonly string[]): NodeCompiler =>
  NodeCompiler.create({
    workspace: ROOT,
    fontArgs: [{ fontBlobs: [...FACES.map(fontFile), ...scripts.flatMap(scriptFonts)] }],
  });

/** Hands out a compiler that has the fonts of what a document says; one for each set of scripts there was. */
export function openCompilers(): (job: TypstJob) => NodeCompiler {
  const opened = new Map<string, NodeCompiler>();
  return ({ dataJson }) => {
    const scripts = scriptsIn(dataJson);
    return opened.getOrInsertComputed(scripts.join(), () => createCompiler(scripts));
  };
}

/** Text as a Typst string literal. */
const literal = (text: string): string => `"${text.replace(/["\\]/g, (sign) => `\\${sign}`)}"`;

function attachLine(
  { description, mediaType, name, relationship }: TypstJob["attachments"][number],
  at: number,
) {
  const facts = `relationship: ${literal(relationship)}, mime-type: ${literal(mediaType)}, description: ${literal(description)}`;
  return `#pdf.attach(${literal(name)}, read("/attached/${at}", encoding: none), ${facts})`;
}

function place(compiler: NodeCompiler, job: TypstJob, dataJson: string): void {
  compiler.resetShadow();
  for (const [name, source] of Object.entries(job.sources)) compiler.addSource(`${ROOT}/${name}`, source);
  const main = `${job.sources["main.typ"] ?? ""}\n${job.attachments.map(attachLine).join("\n")}`;
  compiler.addSource(`${ROOT}/main.typ`, main);
  compiler.mapShadow(`${ROOT}/data.json`, Buffer.from(dataJson));
  for (const [name, content] of Object.entries(job.assets))
    compiler.mapShadow(`${ROOT}/${name}`, Buffer.from(content));
  for (const [at, { content }] of job.attachments.entries())
    compiler.mapShadow(`${ROOT}/attached/${at}`, Buffer.from(content));
}

interface Diagnostic {
  message: string;
  path: string;
  range: { start: { line: number } } | null;
}

function compileOnce(compiler: NodeCompiler): NodeTypstDocument {
  const outcome = compiler.compile({ mainFilePath: `${ROOT}/main.typ`, resetRead: true });
  if (outcome.result && !outcome.hasError()) return outcome.result;
  const error = outcome.takeDiagnostics();
  const diagnostics = error ? (compiler.fetchDiagnostics(error) as Diagnostic[]) : [];
  const told = diagnostics.map(
    ({ message, path: file, range }) => `${message} (${file}:${(range?.start.line ?? 0) + 1})`,
  );
  throw new Error(told.join("; "));
}

// Two complaints of PDF/A: no font has the sign, or it is one that has no meaning outside of its font.
const COMPLAINT = /(?:the text|the codepoint) `\\?"((?:[^"\\]|\\.)*?)\\?"`/g;

/** Signs as Rust writes them for debugging. */
const unescaped = (text: string): string =>
  text
    .replaceAll("\\\\", "\\")
    .replace(/\\u\{([0-9a-f]+)\}/gi, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16)));

/** The signs a failed export complains about; none when it failed for another reason. */
function missingIn(error: unknown): string[] {
  const words = error instanceof Error ? error.message : String(error);
  return [...words.matchAll(COMPLAINT)].flatMap(([, text = ""]) =>
    [...unescaped(text)].filter((sign) => sign > "~"),
  );
}

function exportPages(compiler: NodeCompiler, document: NodeTypstDocument, job: TypstJob): Uint8Array {
  if (job.format === "svg") return Buffer.from(compiler.svg(document));
  return compiler.pdf(document, { pdfStandard: STANDARD, creationTimestamp: job.createdAtSeconds });
}

function tryExport(compiler: NodeCompiler, job: TypstJob, dataJson: string) {
  place(compiler, job, dataJson);
  const document = compileOnce(compiler);
  try {
    return { content: exportPages(compiler, document, job), pages: document.numOfPages, missing: [] };
  } catch (error) {
    const missing = missingIn(error);
    if (missing.length === 0) throw error;
    return { missing };
  }
}

/** Makes one document. A sign that no font has becomes a box rather than nothing, and is told. */
export function compileJob(compiler: NodeCompiler, job: TypstJob): RenderedDocument {
  const missing = new Set<string>();
  let dataJson = job.dataJson;
  for (let pass = 0; pass < PASSES; pass++) {
    const made = tryExport(compiler, job, dataJson);
    // What the compiler remembers of earlier documents would only grow.
    compiler.evictCache(2);
    if (made.content) return { content: made.content, pages: made.pages, missing: [...missing] };
    for (const sign of made.missing) missing.add(sign);
    dataJson = Array.from(dataJson, (sign) => (missing.has(sign) ? BOX : sign)).join("");
  }
  throw new Error(`No font at hand has ${[...missing].join(" ")}`);
}
