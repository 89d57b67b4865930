import assert from "node:assert/strict";
import { inflateSync } from "node:zlib";

/** A PDF as far as Typst writes it: one table of references, no encryption, plain objects. */
export interface ReadPdf {
  /** Text of each page in the order it was drawn, one piece a line. */
  pages: string[];
  /** Files inside, by name. */
  attached: Map<string, Uint8Array>;
  /** The XMP packet. */
  xmp: string;
  /** Everything, one byte a character. */
  source: string;
}

interface PdfObject {
  head: string;
  body: Uint8Array;
}

function objectsOf(bytes: Uint8Array, source: string): Map<number, PdfObject> {
  const objects = new Map<number, PdfObject>();
  for (const [at, number] of referenceTable(source).entries()) {
    if (at === 0) continue;
    const end = source.indexOf("endobj", number);
    const stream = source.indexOf("\nstream\n", number);
    const hasStream = stream !== -1 && stream < end;
    const head = source.slice(number, hasStream ? stream : end);
    assert.ok(head.startsWith(`${at} 0 obj`), `reference ${at} points elsewhere`);
    const length = Number(/\/Length (\d+)/.exec(head)?.[1] ?? 0);
    const raw = hasStream ? bytes.subarray(stream + 8, stream + 8 + length) : new Uint8Array();
    if (hasStream)
      assert.equal(
        source
          .slice(stream + 8 + length)
          .trimStart()
          .slice(0, 9),
        "endstream",
      );
    objects.set(at, { head, body: /\/FlateDecode/.test(head) ? inflateSync(raw) : raw });
  }
  return objects;
}

/** Where each object begins, as the table at the end says. */
function referenceTable(source: string): number[] {
  const start = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(source)?.[1]);
  const [, count = "0"] = /^xref\s+0 (\d+)\s+/.exec(source.slice(start)) ?? [];
  const table = source.slice(start).split(/xref\s+0 \d+\s+/)[1] ?? "";
  return Array.from({ length: Number(count) }, (_, at) => Number(table.slice(at * 20, at * 20 + 10)));
}

const utf16 = (hex: string): string => Buffer.from(hex, "hex").swap16().toString("utf16le");

function charactersOf(map: string): Map<number, string> {
  const found = new Map<number, string>();
  for (const [, glyph = "", text = ""] of map.matchAll(/<([0-9A-F]{4})> <([0-9A-F]+)>\n/g))
    found.set(Number.parseInt(glyph, 16), utf16(text));
  return found;
}

const ESCAPES: Record<string, string> = { n: "\n", r: "\r", t: "\t", b: "\b", f: "\f" };

const glyphsOf = (text: string): number[] => {
  const plain = text.replace(/\\([0-7]{1,3}|[\s\S])/g, (_, sign: string) =>
    /^[0-7]/.test(sign) ? String.fromCharCode(Number.parseInt(sign, 8)) : (ESCAPES[sign] ?? sign),
  );
  return Array.from(
    { length: plain.length / 2 },
    (_, at) => plain.charCodeAt(2 * at) * 256 + plain.charCodeAt(2 * at + 1),
  );
};

/** The literal string that begins at `start`; parentheses in balance stand in it as they are. */
function literalAt(content: string, start: number): string {
  let depth = 0;
  let at = start;
  do {
    if (content[at] === "\\") at += 1;
    else if (content[at] === "(") depth += 1;
    else if (content[at] === ")") depth -= 1;
    at += 1;
  } while (depth > 0 && at < content.length);
  return content.slice(start + 1, at - 1);
}

function textOf(content: string, fonts: Map<string, Map<number, string>>): string {
  let font = new Map<number, string>();
  const pieces: string[] = [];
  let piece = "";
  const tokens = /\/(f\d+) [\d.]+ Tf|(\()|(\bET\b)/g;
  for (let token = tokens.exec(content); token; token = tokens.exec(content)) {
    const [, name, opens, end] = token;
    if (name) font = fonts.get(name) ?? new Map();
    if (opens) {
      const text = literalAt(content, token.index);
      tokens.lastIndex = token.index + text.length + 2;
      piece += glyphsOf(text)
        .map((glyph) => font.get(glyph) ?? "?")
        .join("");
    }
    if (!end) continue;
    pieces.push(piece);
    piece = "";
  }
  return pieces.join("\n");
}

/** Reads a PDF that Typst made; fails where its table of references is wrong. */
export function readPdf(bytes: Uint8Array): ReadPdf {
  const source = Buffer.from(bytes).toString("latin1");
  const objects = objectsOf(bytes, source);
  const latin = (number: string | undefined) =>
    Buffer.from(objects.get(Number(number))?.body ?? []).toString("latin1");
  const fontMap = (head: string) => {
    const fonts = new Map<string, Map<number, string>>();
    for (const [, name = "", number] of head.matchAll(/\/(f\d+) (\d+) 0 R/g)) {
      const font = objects.get(Number(number))?.head ?? "";
      fonts.set(name, charactersOf(latin(/\/ToUnicode (\d+) 0 R/.exec(font)?.[1])));
    }
    return fonts;
  };
  const all = [...objects.values()];
  const kids =
    /\/Kids \[([^\]]*)\]/.exec(all.find(({ head }) => /\/Type \/Pages/.test(head))?.head ?? "")?.[1] ?? "";
  const pages = [...kids.matchAll(/(\d+) 0 R/g)].map(([, number]) => {
    const head = objects.get(Number(number))?.head ?? "";
    return textOf(latin(/\/Contents (\d+) 0 R/.exec(head)?.[1]), fontMap(head));
  });
  const attached = all
    .filter(({ head }) => /\/Type \/Filespec/.test(head))
    .map(({ head }) => {
      const name = /\/UF \(([^)]*)\)/.exec(head)?.[1] ?? "";
      return [
        name,
        objects.get(Number(/\/EF <<\s*\/F (\d+) 0 R/.exec(head)?.[1]))?.body ?? new Uint8Array(),
      ] as const;
    });
  const xmp = all.find(({ head }) => /\/Type \/Metadata/.test(head))?.body ?? new Uint8Array();
  return { pages, attached: new Map(attached), xmp: Buffer.from(xmp).toString("utf8"), source };
}
