/*
 * Numbers of certificates: sixteen signs of Crockford's base 32 (no I, L, O, U, so nothing is misread or misheard), the
 * last of which checks the others. Seventy-five bits are random: nobody guesses one.
 */
const SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const RANDOM_SIGNS = 15;

/** Random bytes a new number is made of. */
export const SERIAL_BYTES = RANDOM_SIGNS;

const valueOf = (sign: string): number => SIGNS.indexOf(sign);

// Odd weights and a base of 32: one wrong sign always shows, and so do most pairs that changed places.
const checkSign = (signs: string): string =>
  SIGNS[[...signs].reduce((sum, sign, at) => sum + valueOf(sign) * (2 * at + 1), 0) % SIGNS.length] ?? "";

/** Makes a number of fifteen random bytes, five bits of each. */
export function makeSerial(bytes: Uint8Array): string {
  const signs = [...bytes.subarray(0, RANDOM_SIGNS)].map((byte) => SIGNS[byte % SIGNS.length] ?? "").join("");
  return signs + checkSign(signs);
}

/** A number as people read it aloud: `K7QM-2XH9-4WRT-PN3D`. */
export const showSerial = (serial: string): string => serial.match(/.{1,4}/g)?.join("-") ?? serial;

/** A number as it is kept, whatever its case, hyphens or spaces; `mistyped` when its last sign does not fit the rest. */
export function readSerial(text: string): { serial: string } | "mistyped" | "no_serial" {
  const signs = text.toUpperCase().replace(/[\s-]/g, "").replaceAll("O", "0").replace(/[IL]/g, "1");
  if (signs.length !== RANDOM_SIGNS + 1 || [...signs].some((sign) => valueOf(sign) < 0)) return "no_serial";
  return checkSign(signs.slice(0, RANDOM_SIGNS)) === signs.at(-1) ? { serial: signs } : "mistyped";
}
