import { distance } from "fastest-levenshtein";

/** Words that say what somebody is, not who. */
const FORMS = new Set(
  "mr mrs ms dr prof herr frau hr fr mme monsieur madame gmbh ag kg ug ohg ek ev mbh co inc llc ltd limited corp plc sa sas sarl srl spa bv nv ab as oy aps sl".split(
    " ",
  ),
);

const wordsOf = (name: string): string[] =>
  name
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/ß/g, "ss")
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "" && !FORMS.has(word))
    .toSorted();

/** A letter in five may differ: banks cut names and leave accents out. */
const TOLERANCE = 0.2;

/**
 * True when a payer's name is a customer's, in whatever order its parts stand. Names of one short word say too little to
 * be taken for the same with a difference.
 */
export function isSameName(payer: string, customer: string): boolean {
  const a = wordsOf(payer).join(" ");
  const b = wordsOf(customer).join(" ");
  if (a === "" || b === "") return false;
  if (a === b) return true;
  const longer = Math.max(a.length, b.length);
  return longer >= 8 && distance(a, b) / longer <= TOLERANCE;
}
