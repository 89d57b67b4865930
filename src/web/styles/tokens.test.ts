import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, it } from "node:test";

type Triple = [number, number, number];

const css = readFileSync(new URL("./tokens.css", import.meta.url), "utf8");

/** Linear RGB of an OKLCH colour (Ottosson 2020). */
function linearRgb([lightness, chroma, hue]: Triple): Triple {
  const a = chroma * Math.cos((hue * Math.PI) / 180);
  const b = chroma * Math.sin((hue * Math.PI) / 180);
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return clamped([
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ]);
}

function okLab([r, g, b]: Triple): Triple {
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

function clamped(triple: Triple): Triple {
  return triple.map((value) => Math.min(1, Math.max(0, value))) as Triple;
}

/** Contrast by WCAG 2. */
function contrast(one: Triple, other: Triple): number {
  const luminance = ([r, g, b]: Triple) => 0.2126 * r + 0.7152 * g + 0.0722 * b;
  const [dark, light] = [luminance(one), luminance(other)].toSorted((x, y) => x - y) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

// Severity 1 of Machado, Oliveira and Fernandes 2009, on linear RGB, row by row.
const eyes: Record<string, number[]> = {
  normal: [1, 0, 0, 0, 1, 0, 0, 0, 1],
  protan: [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
  deutan: [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881],
  tritan: [1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.3039],
};

function seenBy(matrix: number[], colour: Triple): Triple {
  const rows = [0, 3, 6].map((row) => colour.reduce((sum, value, at) => sum + value * matrix[row + at]!, 0));
  return okLab(clamped(rows as Triple));
}

function token(name: string, theme: "light" | "dark"): Triple {
  const found = css.match(new RegExp(`--${name}: light-dark\\(oklch\\(([^)]+)\\), oklch\\(([^)]+)\\)\\)`));
  assert.ok(found, `no token ${name}`);
  const [lightness, chroma, hue] = found[theme === "light" ? 1 : 2]!.split(" ").map(
    Number.parseFloat,
  ) as Triple;
  return linearRgb([lightness / 100, chroma, hue]);
}

for (const theme of ["light", "dark"] as const) {
  describe(`the ${theme} theme`, () => {
    for (const name of ["text", "muted", "accent", "positive", "caution", "critical"]) {
      it(`reads ${name} on every ground`, () => {
        for (const ground of ["canvas", "surface", "raised", "hover"]) {
          const ratio = contrast(token(name, theme), token(ground, theme));
          assert.ok(ratio >= 4.5, `${name} on ${ground}: ${ratio.toFixed(2)}`);
        }
      });
    }

    for (const name of ["accent", "positive", "caution", "critical"]) {
      it(`reads ${name} on its own tint, and inverse text on it`, () => {
        assert.ok(contrast(token(name, theme), token(`${name}-soft`, theme)) >= 4.5);
        assert.ok(contrast(token(name, theme), token("inverse", theme)) >= 4.5);
        assert.ok(contrast(token("text", theme), token(`${name}-soft`, theme)) >= 7);
      });
    }

    it("shows where a control ends", () => {
      for (const ground of ["canvas", "surface", "raised"]) {
        assert.ok(contrast(token("control", theme), token(ground, theme)) >= 3, ground);
      }
    });

    it("keeps chart hues apart for every eye, and visible", () => {
      const hues = [1, 2, 3, 4, 5, 6, 7, 8].map((at) => token(`chart-${at}`, theme));
      for (const hue of hues) assert.ok(contrast(hue, token("surface", theme)) >= 3);
      for (const [eye, matrix] of Object.entries(eyes)) {
        const seen = hues.map((hue) => seenBy(matrix, hue));
        for (const [at, one] of seen.entries()) {
          for (const [other, two] of seen.slice(0, at).entries()) {
            const distance = Math.hypot(...one.map((value, axis) => value - two[axis]!)) * 100;
            assert.ok(distance >= 10, `${eye}: ${other + 1} and ${at + 1} are ${distance.toFixed(1)} apart`);
          }
        }
      }
    });
  });
}
