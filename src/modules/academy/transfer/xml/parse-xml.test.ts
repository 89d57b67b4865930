import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { isAppError } from "#kernel/errors.ts";
import { childOf, textOf } from "#modules/academy/transfer/xml/elements.ts";
import { parseXml } from "#modules/academy/transfer/xml/parse-xml.ts";

const codeOf = (xml: string): string => {
  try {
    parseXml(xml, "imsmanifest.xml");
  } catch (error) {
    assert.ok(isAppError(error), String(error));
    return error.code;
  }
  return "read";
};

const laughs = Array.from({ length: 10 }, (_, at) => `<!ENTITY l${at + 1} "${`&l${at};`.repeat(10)}">`).join(
  "",
);

const REFUSED: Readonly<Record<string, readonly [xml: string, code: string]>> = {
  "a file of this machine": [
    '<!DOCTYPE a [<!ENTITY f SYSTEM "file:///etc/passwd">]><a>&f;</a>',
    "academy.xml_entities",
  ],
  "an address elsewhere": [
    '<!DOCTYPE a [<!ENTITY % f SYSTEM "http://203.0.113.7/x">%f;]><a/>',
    "academy.xml_entities",
  ],
  "entities of entities": [`<!DOCTYPE a [<!ENTITY l0 "ha">${laughs}]><a>&l10;</a>`, "academy.xml_entities"],
  "entities in small letters": ['<!doctype a [<!entity f "g">]><a>&f;</a>', "academy.xml_entities"],
  "attributes by declaration": ['<!DOCTYPE a [<!ATTLIST a b CDATA "c">]><a/>', "academy.xml_entities"],
  "a declaration without an end": ["<!DOCTYPE a [ <a/>", "academy.xml_entities"],
  "two declarations": ["<!DOCTYPE a><!DOCTYPE a><a/>", "academy.xml_broken"],
  "a thousand levels": [`${"<a>".repeat(1000)}${"</a>".repeat(1000)}`, "academy.xml_too_deep"],
  "a hundred thousand levels": [`${"<a>".repeat(1e5)}${"</a>".repeat(1e5)}`, "academy.xml_too_deep"],
  "elements that do not close": ["<a><b></a>", "academy.xml_broken"],
  "an attribute twice": ['<a b="1" b="2"/>', "academy.xml_broken"],
  "half a tag": ["<a", "academy.xml_broken"],
  "a comment without an end": ["<a><!-- </a>", "academy.xml_broken"],
  "names of the language": ["<a><__proto__>x</__proto__></a>", "academy.xml_broken"],
  "attributes named as the language's": ['<a constructor="x" __proto__="y"/>', "academy.xml_broken"],
  "no element": ["   ", "academy.xml_broken"],
  "no XML": ["\u0000\u0001PK rubbish", "academy.xml_broken"],
};

describe("XML of strangers", () => {
  for (const [what, [xml, code]] of Object.entries(REFUSED))
    it(`is refused by name: ${what}`, () => assert.equal(codeOf(xml), code));

  it("may be as deep as honest documents are", () =>
    assert.equal(codeOf(`${"<a>".repeat(140)}x${"</a>".repeat(140)}`), "read"));

  it("may name a type of document, which is not looked for", () =>
    assert.equal(codeOf('<!DOCTYPE a SYSTEM "http://203.0.113.7/a.dtd"><a/>'), "read"));

  it("may have an attribute of ten megabytes", () => {
    const long = "b".repeat(10_000_000);
    assert.equal(parseXml(`<a b="${long}"/>`, "x").attributes.b?.length, long.length);
  });

  it("keeps entities nobody declared as they are written, and never makes half a sign", () => {
    const root = parseXml("<a><b>&amp;lt; &unknown; &#65;&#xD800;&#0;&#x110000;</b></a>", "x");
    const text = textOf(childOf(root, "b"));
    assert.equal(text, "&lt; &unknown; A");
  });
});
