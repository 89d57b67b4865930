import { randomInt } from "node:crypto";

// Without letters and digits that look alike when read out.
const ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

/** Eight characters a person can read out on the phone: `K7M2-Q9PD`. 656 billion of them. */
export function orderReference(): string {
  const letters = Array.from({ length: 8 }, () => ALPHABET[randomInt(ALPHABET.length)]);
  return `${letters.slice(0, 4).join("")}-${letters.slice(4).join("")}`;
}
