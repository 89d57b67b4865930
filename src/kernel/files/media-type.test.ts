import assert from "node:assert/strict";
import { describe, it } from "node:test";
import * as fc from "fast-check";
import { cleanFileName } from "./file-name.ts";
import { isAllowedType, sniffMediaType } from "./media-type.ts";

const latin = (text: string) => Buffer.from(text, "latin1");
const DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

describe("sniffMediaType", () => {
  const cases: [head: Buffer, declared: string, type: string][] = [
    [latin("%PDF-1.7\n"), "text/plain", "application/pdf"],
    [latin("\x89PNG\r\n\x1a\n\0\0"), "", "image/png"],
    [latin("\xff\xd8\xff\xe0"), "image/png", "image/jpeg"],
    [latin("RIFF\0\0\0\0WEBPVP8 "), "", "image/webp"],
    [latin("\0\0\0 ftypisom"), "", "video/mp4"],
    [latin("\0\0\0 ftypM4A "), "", "audio/mp4"],
    [latin("PK\x03\x04\x14\0"), DOCX, DOCX],
    [latin("PK\x03\x04\x14\0"), "image/png", "application/zip"],
    [latin("MZ\x90\0"), "image/png", "application/x-executable"],
    [Buffer.from("<!-- x --><!DOCTYPE html><p>"), "text/plain", "text/html"],
    [Buffer.from("  <script>alert(1)</script>"), "image/png", "text/html"],
    [Buffer.from('<?xml version="1.0"?>\n<svg xmlns="x">'), "image/png", "image/svg+xml"],
    [Buffer.from("a,b\n1,2"), "text/csv; charset=utf-8", "text/csv"],
    [Buffer.from("# Plan – ünïcode"), "text/markdown", "text/markdown"],
    [Buffer.from("plain"), "text/html", "text/plain"],
    [Buffer.from("plain"), "image/png", "text/plain"],
    [latin("\0\x01\x02"), "image/png", "application/octet-stream"],
    [Buffer.from("cut in two: ü").subarray(0, -1), "text/plain", "text/plain"],
  ];
  for (const [head, declared, type] of cases)
    it(`reads ${type} where ${declared || "nothing"} is declared`, () => {
      assert.equal(sniffMediaType(head, declared), type);
    });
});

describe("isAllowedType", () => {
  it("knows families and exact types", () => {
    assert.equal(isAllowedType("image/png", ["image/*"]), true);
    assert.equal(isAllowedType("application/pdf", ["image/*", "application/pdf"]), true);
    assert.equal(isAllowedType("imagex/png", ["image/*"]), false);
  });
});

describe("cleanFileName", () => {
  it("keeps ordinary names in any script", () => {
    for (const name of ["Plan 2027 (v2).md", "Änderung.pdf", "計画.docx"])
      assert.equal(cleanFileName(name), name);
  });
  it("drops folders, control and direction characters", () => {
    assert.equal(cleanFileName("../../etc/passwd"), "passwd");
    assert.equal(cleanFileName("C:\\x\\a\r\nb.txt"), "ab.txt");
    assert.equal(cleanFileName("cod\u202Etxt.exe"), "codtxt.exe");
    assert.equal(cleanFileName("..."), "file");
  });
  it("keeps the ending of a name it shortens", () => {
    assert.match(cleanFileName(`${"a".repeat(400)}.pdf`), /^a{176}\.pdf$/);
  });
  it("never gives a name that is empty, long or leads elsewhere", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 400 }), (name) => {
        const clean = cleanFileName(name);
        assert.ok(clean.length > 0 && clean.length <= 180);
        assert.doesNotMatch(clean, /[/\\\p{Cc}]|^\./u);
      }),
    );
  });
});
