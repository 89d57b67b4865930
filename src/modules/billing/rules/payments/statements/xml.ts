import { createRequire } from "node:module";
import type * as xml from "fast-xml-parser";
import { StatementError } from "./statement.ts";

/** An element: its text, or its children and attributes by name. */
export type XmlNode = string | { [name: string]: XmlValue };
type XmlValue = XmlNode | XmlNode[];

const NAMED: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

function decodeEntity(whole: string, name: string): string {
  if (!name.startsWith("#")) return NAMED[name] ?? whole;
  const point = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10);
  // XML knows no such characters; text of them is left as it is.
  return point > 0 && point <= 0x10ffff && !(point >= 0xd800 && point <= 0xdfff)
    ? String.fromCodePoint(point)
    : whole;
}

// Loaded with the first statement that is XML: 12 MB that most processes never need.
const load = createRequire(import.meta.url);
const parserClass = () => (load("fast-xml-parser") as typeof xml).XMLParser;

/** The five entities XML itself has, and characters by number; none that a document declares. */
const decodeEntities = (text: string): string => text.replace(/&(#?\w{1,8});/g, decodeEntity);

const unreadable = () =>
  new StatementError(
    "billing.statement_unreadable",
    "The file is no whole XML document. Fetch it from your bank once more.",
  );

/**
 * Reads XML of strangers: no document type, so no entity can be declared or fetched; nesting and tags are bounded by the
 * parser. Names come without their prefix, all values as text. Errors: `billing.statement_unreadable`.
 */
export function readXml(text: string): XmlNode {
  if (/<!(DOCTYPE|ENTITY)/i.test(text)) throw unreadable();
  const parser = new (parserClass())({
    ignoreAttributes: false,
    attributeNamePrefix: "@",
    removeNSPrefix: true,
    parseTagValue: false,
    parseAttributeValue: false,
    processEntities: false,
    ignoreDeclaration: true,
    ignorePiTags: true,
    maxNestedTags: 64,
    tagValueProcessor: (_name, value) => decodeEntities(value),
  });
  try {
    return parser.parse(text, true) as XmlNode;
  } catch {
    throw unreadable();
  }
}

/** All elements of a name below a node, in order. */
export function children(node: XmlNode | undefined, name: string): XmlNode[] {
  if (node === undefined || typeof node === "string" || !Object.hasOwn(node, name)) return [];
  const found = node[name];
  if (found === undefined) return [];
  return Array.isArray(found) ? found : [found];
}

/** The first element along a path of names. */
export const child = (node: XmlNode | undefined, ...path: readonly string[]): XmlNode | undefined =>
  path.reduce<XmlNode | undefined>((at, name) => children(at, name)[0], node);

/** The text of an element; null for none, and for one that holds elements. */
export function textOf(node: XmlNode | undefined): string | null {
  if (typeof node === "string") return node.trim() === "" ? null : node.trim();
  return node ? textOf(child(node, "#text")) : null;
}

/** The text of the first element along a path. */
export const textAt = (node: XmlNode | undefined, ...path: readonly string[]): string | null =>
  textOf(child(node, ...path));
