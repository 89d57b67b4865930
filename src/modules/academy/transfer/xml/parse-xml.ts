import { createRequire } from "node:module";
import type * as Fxp from "fast-xml-parser";
import { refuse } from "#kernel/errors.ts";

const load = createRequire(import.meta.url);

/** An element. Names are without their prefix: standards are told apart by where they stand. */
export interface XmlElement {
  name: string;
  attributes: Readonly<Record<string, string>>;
  children: readonly (XmlElement | string)[];
}

/** Deeper than any honest document. */
const MAX_DEPTH = 150;

/** Entities, or a type of document with declarations of its own. */
const DECLARES = /<!ENTITY|<!DOCTYPE[^>[]{0,2000}\[/i;

const NAMED: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: "\u00a0",
};

/** The entities every document has, and numbers of characters; others are none of ours and stay as they are written. */
const decode = (text: string): string =>
  text.replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z]{2,5});/gi, (whole, name: string) => {
    if (!name.startsWith("#")) return NAMED[name] ?? whole;
    const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    const isSign = code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
    return isSign ? String.fromCodePoint(code) : "";
  });

type Raw = Record<string, unknown> & { ":@"?: Record<string, string> };

function toElement(raw: Raw): XmlElement | string | undefined {
  if (typeof raw["#text"] === "string") return decode(raw["#text"]);
  if (Array.isArray(raw["#cdata"]))
    return (raw["#cdata"] as Raw[]).map((part) => String(part["#text"] ?? "")).join("");
  const name = Object.keys(raw).find((key) => key !== ":@" && !key.startsWith("?"));
  const inside = name === undefined ? undefined : raw[name];
  if (name === undefined || !Array.isArray(inside)) return undefined;
  const attributes = Object.entries(raw[":@"] ?? {}).map(([key, value]) => [key, decode(String(value))]);
  return {
    name,
    attributes: Object.fromEntries(attributes),
    children: (inside as Raw[]).flatMap((child) => toElement(child) ?? []),
  };
}

function parser(): Fxp.XMLParser {
  const { XMLParser } = load("fast-xml-parser") as typeof Fxp;
  return new XMLParser({
    preserveOrder: true,
    ignoreAttributes: false,
    attributeNamePrefix: "",
    removeNSPrefix: true,
    parseTagValue: false,
    parseAttributeValue: false,
    trimValues: false,
    processEntities: false,
    cdataPropName: "#cdata",
    ignoreDeclaration: true,
    ignorePiTags: true,
    maxNestedTags: MAX_DEPTH,
  });
}

function readNodes(text: string, broken: (why: string) => Error): Raw[] {
  try {
    return parser().parse(text) as Raw[];
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    if (/nested tags/i.test(said))
      throw refuse("invalid", "academy.xml_too_deep", "An XML file is nested too deeply.");
    throw broken(`: ${said.slice(0, 200)}`);
  }
}

/**
 * Reads an XML document of strangers: nothing outside of it is ever loaded, and what declares entities is refused.
 * Errors: `academy.xml_entities`, `academy.xml_broken`, `academy.xml_too_deep`.
 */
export function parseXml(text: string, place: string): XmlElement {
  if (DECLARES.test(text))
    throw refuse(
      "invalid",
      "academy.xml_entities",
      `"${place}" declares entities of its own, which are not read here.`,
    );
  const { XMLValidator } = load("fast-xml-parser") as typeof Fxp;
  const broken = (why: string) =>
    refuse("invalid", "academy.xml_broken", `"${place}" is not well-formed XML${why}.`);
  const valid = XMLValidator.validate(text, { allowBooleanAttributes: false });
  if (valid !== true) throw broken(`: ${valid.err.msg.slice(0, 200)} (line ${valid.err.line})`);
  const nodes = readNodes(text, broken);
  const root = nodes.map(toElement).find((node) => typeof node === "object");
  if (!root) throw broken(": there is nothing in it");
  return root;
}
