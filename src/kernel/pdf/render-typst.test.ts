import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { createLogger } from "#kernel/log.ts";
import type { Aside, AsideLimits } from "#kernel/aside/aside.ts";
import { openAside } from "#kernel/aside/open-aside.ts";
import { createPdfRenderer } from "#kernel/pdf/render-typst.ts";
import type { PdfRenderer, TypstRequest } from "#kernel/pdf/renderer.ts";
import { readPdf } from "#test/read-pdf.ts";

const SHOWN = '#set text(font: "Inter", lang: "en")\n#json("data.json").text';
const createdAt = Temporal.Instant.from("2027-01-04T09:00:00Z");
const log = createLogger("silent");
const request = (text: string, more: Partial<TypstRequest> = {}): TypstRequest => ({
  sources: { "main.typ": SHOWN },
  data: { text },
  createdAt,
  ...more,
});

/** Text as drawn, without the breaks that lines of the page make. */
const flat = (pages: string[]): string => pages.join("").replaceAll(/\s/g, "");

describe("createPdfRenderer", () => {
  let aside: Aside;
  let renderer: PdfRenderer;
  before(() => {
    aside = openAside();
    renderer = createPdfRenderer({ aside, log });
  });
  after(() => aside.close());
  const pagesOf = async (text: string) => readPdf((await renderer.render(request(text))).content).pages;

  for (const text of [
    '#import "@preview/x:0.1.0": y',
    '#read("/etc/passwd")',
    "$ x^2 $ *bold* _slanted_ `raw` <label> @reference",
    "= Heading \\ back\\slash \\u{41} // no comment /* none */",
    '"quoted" #{ while true {} } [content] #panic("no")',
    "</script><svg onload=alert(1)>&amp; {{braces}} %s",
    "Łódź, Çeşme, Ærø, Ђорђе, Ελλάδα, ₹ 1.000,00",
  ])
    it(`shows ${JSON.stringify(text.slice(0, 30))} as it was written`, async () => {
      assert.equal(flat(await pagesOf(text)), text.replaceAll(/\s/g, ""));
    });

  it("shows names that are written from right to left", async () => {
    const [page = ""] = await pagesOf("שלום");
    assert.equal([...page].toSorted().join(""), [..."שלום"].toSorted().join(""));
  });

  for (const [script, text] of Object.entries({
    Arabic: "ليلى بنت خالد",
    Devanagari: "आरती शर्मा",
    Thai: "สมชาย ใจดี",
    Chinese: "王小明",
    Japanese: "さくら",
  }))
    it(`has a font for names in ${script}`, async () => {
      assert.deepEqual((await renderer.render(request(text))).missing, []);
    });

  it("shows ten thousand signs, over as many pages as they need", async () => {
    const text = "Donaudampfschiff ".repeat(600).trim();
    const pages = await pagesOf(text);
    assert.ok(pages.length > 1);
    assert.equal(flat(pages), text.replaceAll(" ", ""));
  });

  it("shows a box for a sign that no font has, and names it", async () => {
    const made = await renderer.render(request("A \u{1F3DD}\u{16E40} B"));
    assert.ok(made.missing.includes("\u{16E40}"));
    assert.match(flat(readPdf(made.content).pages), /^A.*□B$/u);
  });

  it("leaves out signs that are nobody's or turn the reading direction", async () => {
    assert.equal(flat(await pagesOf("a\u0001b\u202ec\u{e000}d\u2066e")), "abc□de");
  });

  it("makes the same bytes of the same document, whatever was made before", async () => {
    const first = await renderer.render(request("one"));
    await renderer.render(request("two"));
    const again = await renderer.render(request("one"));
    assert.ok(Buffer.from(first.content).equals(Buffer.from(again.content)));
  });

  it("is PDF/A-3 and carries files", async () => {
    const content = Buffer.from("<a>ü</a>");
    const attachment = {
      name: "facts.xml",
      content,
      mediaType: "text/xml",
      description: 'A "description" \\ #x',
      relationship: "alternative",
    } as const;
    const made = await renderer.render(request("text", { attachments: [attachment] }));
    const { attached, xmp, source } = readPdf(made.content);
    assert.equal(Buffer.from(attached.get("facts.xml") ?? []).toString(), "<a>ü</a>");
    assert.match(xmp, /<pdfaid:part>3<\/pdfaid:part><pdfaid:conformance>A</);
    assert.match(source, /\/AFRelationship \/Alternative/);
    assert.match(source, /\/CreationDate \(D:20270104090000/);
  });

  it("takes more into its metadata and stays a sound file", async () => {
    const xmp = {
      schema: "<rdf:li rdf:parseType='Resource'><pdfaSchema:prefix>fx</pdfaSchema:prefix></rdf:li>",
      description:
        "<rdf:Description rdf:about='' xmlns:fx='urn:x'><fx:Name>Łódź $& $1</fx:Name></rdf:Description>",
    };
    const made = await renderer.render(request("text", { xmp }));
    const read = readPdf(made.content);
    assert.ok(read.xmp.includes(xmp.schema));
    assert.ok(read.xmp.includes(xmp.description));
    assert.deepEqual(read.pages, ["text"]);
  });

  it("says no more to the caller than that it failed", async () => {
    const broken = request("x", { sources: { "main.typ": "#let x = (" } });
    await assert.rejects(renderer.render(broken), {
      code: "pdf.failed",
      message: /^This document could not/,
    });
    assert.deepEqual(await pagesOf("still there"), ["still there"]);
  });

  it("shows a document nothing of the one before", async () => {
    const sources = { "main.typ": 'secret: #read("other.txt")' };
    await renderer.render(request("", { sources, assets: { "other.txt": Buffer.from("mine") } }));
    await assert.rejects(renderer.render(request("", { sources })), { code: "pdf.failed" });
  });
});

describe("limits of a document", () => {
  const ENDLESS = "#for a in range(100000) { for b in range(100000) {} }";
  const HUNGRY = "#let a = range(100000)\n#let i = 0\n#while i < 60 { a = a + a; i = i + 1 }\n#a.len()";
  type Limits = Partial<AsideLimits> & { maxBytes?: number };
  const withLimits = async (
    { maxBytes, ...limits }: Limits,
    work: (renderer: PdfRenderer) => Promise<void>,
  ) => {
    const aside = openAside(limits);
    try {
      await work(createPdfRenderer({ aside, log, maxBytes }));
    } finally {
      await aside.close();
    }
  };
  const of = (source: string) => request("", { sources: { "main.typ": source } });

  it("ends one that goes on for ever, and makes the next", () =>
    withLimits({ timeoutMs: 1500, processes: 1 }, async (renderer) => {
      const endless = renderer.render(of(ENDLESS));
      const next = renderer.render(request("next"));
      await assert.rejects(endless, { code: "pdf.timeout", kind: "unavailable" });
      assert.deepEqual(readPdf((await next).content).pages, ["next"]);
    }));

  it("ends one that takes too much memory, and makes the next", () =>
    withLimits({ memoryBytes: 250_000_000, processes: 1 }, async (renderer) => {
      await assert.rejects(renderer.render(of(HUNGRY)), { code: "pdf.failed" });
      assert.deepEqual(readPdf((await renderer.render(request("next"))).content).pages, ["next"]);
    }));

  it("refuses one that is too large", () =>
    withLimits({ maxBytes: 1000 }, async (renderer) => {
      await assert.rejects(renderer.render(request("x")), { code: "pdf.failed" });
    }));

  it("lets so many wait and no more", () =>
    withLimits({ processes: 1, waiting: 1 }, async (renderer) => {
      const made = await Promise.allSettled(
        [1, 2, 3].map((number) => renderer.render(request(String(number)))),
      );
      assert.deepEqual(
        made.map((one) => (one.status === "fulfilled" ? "made" : (one.reason as { code: string }).code)),
        ["made", "made", "pdf.busy"],
      );
    }));
});
