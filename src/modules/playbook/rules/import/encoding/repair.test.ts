import assert from "node:assert/strict";
import { test } from "node:test";
import * as fc from "fast-check";
import type { Codec } from "../types.ts";
import { decodeText } from "./decode.ts";
import { misread } from "./misreading.ts";
import { repairText } from "./repair.ts";

const DAMAGES: Codec[][] = [
  ["cp1252"],
  ["macroman"],
  ["latin1"],
  ["cp1252", "cp1252"],
  ["macroman", "macroman"],
  ["cp1252", "macroman"],
];

function damage(text: string, chain: readonly Codec[]): string {
  return chain.reduce((damaged, codec) => misread(damaged, codec), text);
}

test("repair undoes any damage to a plan with bullets, whatever else it says", () => {
  const word = fc.string({ unit: "binary", minLength: 0, maxLength: 20 });
  fc.assert(
    fc.property(
      fc.array(word, { minLength: 1, maxLength: 8 }),
      fc.constantFrom(...DAMAGES),
      (words, chain) => {
        const text = words.map((one) => `• ${one.replaceAll(/[\r\n]/g, " ")} → 🎯`).join("\n");
        fc.pre(repairText(text).chain.length === 0);
        assert.equal(repairText(damage(text, chain)).text, text);
      },
    ),
    { numRuns: 400 },
  );
});

test("bullets, accents and emoji with hidden bytes come back", () => {
  const text = "### 📅 Fase 1 — Año\n• Éxito ≥ 90 %\n### 📊 📈 🚀 🎯 ‘x’ “y” …";
  for (const chain of DAMAGES) {
    const repair = repairText(damage(text, chain));
    assert.equal(repair.text, text, chain.join());
    assert.deepEqual(repair.chain.length, chain.length);
  }
  assert.deepEqual(repairText(damage(text, ["cp1252", "cp1252"])).chain, ["cp1252", "cp1252"]);
  assert.deepEqual(repairText(damage(text, ["macroman"])).chain, ["macroman"]);
});

test("clean text stays as it is", () => {
  const clean = [
    "plain ASCII",
    "Año, métricas, éxito: ≥ 90 % — «sí»",
    "Der große Spaß“ und „Straße“",
    "CAFÉ’S MENU",
    "l’école d’été",
    "d’équipe",
    "Mojibake such as “Ã©” stands for “é”.",
    'When UTF-8 is read as Latin-1, "Ã©" appears.',
    "The sequence `â€¢` is a damaged bullet.",
    "Привет, мир",
    "日本語 🎯",
    "À bientôt… Ñandú",
  ];
  for (const text of clean) assert.deepEqual(repairText(text), { text, chain: [] });
});

test("a clean document that quotes damage keeps its quotation", () => {
  const text = "• Año nuevo\n• Fix texts such as “Ã©” in old files\n• Métricas";
  assert.equal(repairText(text).text, text);
});

test("only the damaged lines of a mixed document change", () => {
  const good = "• Métricas de éxito — año uno";
  const bad = "• Próximo año: niñez y más";
  const mixed = [good, misread(bad, "cp1252"), good, damage(bad, ["cp1252", "cp1252"])].join("\r\n");
  const repair = repairText(mixed);
  assert.equal(repair.text, [good, bad, good, bad].join("\r\n"));
  assert.deepEqual(repair.chain, ["cp1252", "cp1252"]);
});

test("repair is stable: repaired text needs no repair", () => {
  const text = repairText(misread("• Más clientes · 100 €", "cp1252")).text;
  assert.deepEqual(repairText(text), { text, chain: [] });
});

test("byte order marks, UTF-16 and stray bytes are read for what they are", () => {
  const text = "# Año\r\n• Uno\r\n";
  const utf8 = new TextEncoder().encode(text);
  assert.equal(decodeText(Uint8Array.of(0xef, 0xbb, 0xbf, ...utf8)).text, text);
  const units = Array.from(text, (character) => character.charCodeAt(0));
  const little = Uint8Array.from(units.flatMap((unit) => [unit & 255, unit >> 8]));
  const big = Uint8Array.from(units.flatMap((unit) => [unit >> 8, unit & 255]));
  assert.deepEqual(decodeText(Uint8Array.of(0xff, 0xfe, ...little)).encoding.read, "utf-16le");
  assert.equal(decodeText(Uint8Array.of(0xff, 0xfe, ...little)).text, text);
  assert.equal(decodeText(Uint8Array.of(0xfe, 0xff, ...big)).text, text);
});

test("a file in windows-1252 is read as such, and UTF-8 lines in it as UTF-8", () => {
  const bytes = Uint8Array.of(0x41, 0xf1, 0x6f, 0x0a, 0xe2, 0x80, 0xa2, 0x20, 0x62);
  const decoded = decodeText(bytes);
  assert.equal(decoded.text, "Año\n• b");
  assert.deepEqual(decoded.encoding, { repaired: false, chain: [], read: "cp1252" });
});

test("damage under a byte order mark is repaired too", () => {
  const bytes = new TextEncoder().encode(misread("\ufeff# Año", "cp1252"));
  assert.equal(decodeText(bytes).text, "# Año");
});
