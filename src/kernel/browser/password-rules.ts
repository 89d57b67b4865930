/** Shortest and longest password taken. Length beats rules of signs (NIST SP 800-63B). */
export const PASSWORD_MIN = 12;
export const PASSWORD_MAX = 256;

/** What the first guesses of every attack are made of. */
const GUESSED =
  /pass(wor[dt])?|kennwort|contrase(n|ñ)a|qwert[yz]?(uiop)?|asdf(ghjkl)?|[yz]xcvb(nm)?|abc(def(ghi)?)?|letmein|welcome|iloveyou|admin|cairn|0?1234(5(6(7(8(90?)?)?)?)?)?|(19|20)\d\d/gi;

/** Signs that must be left, and different ones among them, once guessable parts are taken out. */
const LEFT_MIN = 6;
const DIFFERENT_MIN = 5;

const words = (texts: readonly string[]): string[] =>
  texts.flatMap((text) => text.toLowerCase().split(/[^\p{L}\p{N}]+/u)).filter((word) => word.length >= 3);

/**
 * What is wrong with a new password, as a sentence that says what to do; null when it will do. `about` holds what
 * others know of the person: name, e-mail address, company.
 */
export function passwordFault(password: string, about: readonly string[] = []): string | null {
  if ([...password].length < PASSWORD_MIN) return `Use at least ${PASSWORD_MIN} characters`;
  if (password.length > PASSWORD_MAX) return `Use at most ${PASSWORD_MAX} characters`;
  const left = words(about)
    .reduce((text, word) => text.replaceAll(word, ""), password.toLowerCase())
    .replace(GUESSED, "");
  if ([...left].length >= LEFT_MIN && new Set(left).size >= DIFFERENT_MIN) return null;
  return "This is easy to guess. Use a few words that have nothing to do with you";
}
