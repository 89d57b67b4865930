/*
 * The upper halves of two single-byte character sets, written out by hand. TextDecoder and iconv-lite disagree
 * on bytes 81, 8D, 8F, 90 and 9D of windows-1252; a byte-exact repair needs them to be the C1 controls of the
 * same number, which is what programs that damaged the text wrote.
 */

// Bytes 80..9F of windows-1252; A0..FF equal Latin-1.
const CP1252_80_9F = [
  0x20ac, 0x81, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8d,
  0x017d, 0x8f, 0x90, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a,
  0x0153, 0x9d, 0x017e, 0x0178,
];

// Bytes 80..FF of Mac OS Roman (Apple's table since 1998: DB is the euro, F0 the Apple logo at U+F8FF).
const MACROMAN_80_FF =
  "ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø" +
  "¿¡¬√ƒ≈∆«»…\u00a0ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\uf8ffÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ";

function latin1High(): number[] {
  return Array.from({ length: 128 }, (_, index) => 0x80 + index);
}

/** Code points of bytes 80..FF, in order, for each character set that text gets misread as. */
export const HIGH_HALVES = {
  cp1252: [...CP1252_80_9F, ...latin1High().slice(32)],
  macroman: Array.from(MACROMAN_80_FF, (character) => character.codePointAt(0) ?? 0),
  latin1: latin1High(),
} as const satisfies Record<string, readonly number[]>;
