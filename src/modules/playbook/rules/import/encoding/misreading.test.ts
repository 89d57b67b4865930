import assert from "node:assert/strict";
import { test } from "node:test";
import type { Codec } from "../types.ts";
import { fromBytes, misread, toBytes, undoMisreading } from "./misreading.ts";
import { HIGH_HALVES } from "./tables.ts";

const CODECS: Codec[] = ["cp1252", "macroman", "latin1"];

test("each table gives every byte from 80 to FF a character of its own", () => {
  for (const codec of CODECS) {
    assert.equal(HIGH_HALVES[codec].length, 128, codec);
    assert.equal(new Set(HIGH_HALVES[codec]).size, 128, codec);
  }
});

test("every byte survives being read and written in each set", () => {
  const bytes = Uint8Array.from({ length: 256 }, (_, index) => index);
  for (const codec of CODECS) assert.deepEqual(toBytes(fromBytes(bytes, codec), codec), bytes);
});

test("bytes that windows-1252 leaves undefined are the C1 controls of the same number", () => {
  for (const byte of [0x81, 0x8d, 0x8f, 0x90, 0x9d]) {
    assert.equal(fromBytes(Uint8Array.of(byte), "cp1252"), String.fromCharCode(byte));
  }
});

test("undoing a misreading gives back every code point of Unicode", () => {
  for (const codec of CODECS) {
    for (let first = 0; first < 0x110000; first += 0x400) {
      let text = "";
      for (let code = first; code < first + 0x400; code += 1) {
        if (code < 0xd800 || code > 0xdfff) text += String.fromCodePoint(code);
      }
      assert.equal(undoMisreading(misread(text, codec), codec), text, `${codec} from ${first.toString(16)}`);
    }
  }
});

test("text that cannot come from a misreading is refused, not guessed", () => {
  assert.equal(undoMisreading("café", "cp1252"), null);
  assert.equal(undoMisreading("漢字", "cp1252"), null);
  assert.equal(undoMisreading("Ã", "cp1252"), null);
});
