// ISO 8601:2004 4.4.3.2, with weeks on their own. The last part that is given may have a fraction.
const WEEKS = /^P\d+(?:[.,]\d+)?W$/;
const PARTS =
  /^P(?=[\dT])(?:(\d+(?:[.,]\d+)?)Y)?(?:(\d+(?:[.,]\d+)?)M)?(?:(\d+(?:[.,]\d+)?)D)?(?:T(?=\d)(?:(\d+(?:[.,]\d+)?)H)?(?:(\d+(?:[.,]\d+)?)M)?(?:(\d+(?:[.,]\d+)?)S)?)?$/;

/** Only the smallest part may have a fraction. */
function hasInnerFraction(parts: readonly (string | undefined)[]): boolean {
  const given = parts.filter((part) => part !== undefined);
  return given.slice(0, -1).some((part) => /[.,]/.test(part));
}

/** True for a duration of ISO 8601 such as `PT4H35M59.14S` or `P4W`; weeks stand alone. */
export function isDuration(text: string): boolean {
  if (WEEKS.test(text)) return true;
  const match = PARTS.exec(text);
  return match !== null && !hasInnerFraction(match.slice(1));
}

/** A duration as it is compared: no finer than hundredths of a second, which are cut off (xAPI 1.0.3, Data 4.6). */
export const comparableDuration = (text: string): string =>
  text.replace(/(\d+)[.,](\d+)S$/, (_all, whole: string, fraction: string) => {
    const hundredths = fraction.slice(0, 2).replace(/0+$/, "");
    return `${whole}${hundredths && `.${hundredths}`}S`;
  });
