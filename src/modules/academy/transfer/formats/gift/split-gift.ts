/** A question as it stands in a GIFT file. */
export interface GiftQuestion {
  title: string;
  category: string;
  /** The line it begins at, from 1. */
  line: number;
  format: "html" | "markdown" | "plain" | "moodle";
  /** What is before and after the braces; `answer` undefined for a text that asks nothing. */
  before: string;
  answer: string | undefined;
  after: string;
}

/** The first of some signs that no backslash stands before; -1 for none. */
export function findSign(text: string, signs: string, from = 0): number {
  for (let at = from; at < text.length; at += 1) {
    if (text[at] === "\\") at += 1;
    else if (signs.includes(text[at] ?? "")) return at;
  }
  return -1;
}

/** Text without its backslashes; `\n` is a line end. */
export const unescapeGift = (text: string): string =>
  text.replace(/\\([~=#{}:\\n])/g, (_, sign: string) => (sign === "n" ? "\n" : sign)).trim();

const FORMAT = /^\s*\[(html|markdown|plain|moodle)\]/;

function readOne(text: string, category: string, line: number): GiftQuestion {
  const [whole = "", title = ""] = /^\s*::((?:\\.|[^\\:]|:(?!:))*)::/.exec(text) ?? [];
  const rest = text.slice(whole.length);
  const [mark = "", format = "moodle"] = FORMAT.exec(rest) ?? [];
  const stem = rest.slice(mark.length);
  const open = findSign(stem, "{");
  const close = open < 0 ? -1 : findSign(stem, "}", open + 1);
  const isAsked = open >= 0 && close >= 0;
  return {
    title: unescapeGift(title),
    category,
    line,
    format: format as GiftQuestion["format"],
    before: isAsked ? stem.slice(0, open) : stem,
    answer: isAsked ? stem.slice(open + 1, close) : undefined,
    after: isAsked ? stem.slice(close + 1) : "",
  };
}

/**
 * Cuts a GIFT file into its questions: apart by empty lines outside of braces, comments and categories read. Source of the
 * grammar: Moodle's documentation of the GIFT format.
 */
export function splitGift(text: string): GiftQuestion[] {
  const questions: GiftQuestion[] = [];
  let [category, lines, start, isOpen] = ["", [] as string[], 1, false];
  const close = () => {
    const whole = lines.join("\n");
    if (whole.trim() !== "") questions.push(readOne(whole, category, start));
    [lines, isOpen] = [[], false];
  };
  for (const [at, line] of text.split(/\r\n?|\n/).entries()) {
    const plain = line.trim();
    if (plain.startsWith("//")) continue;
    if (!isOpen && plain === "") close();
    else if (!isOpen && lines.length === 0 && plain.startsWith("$CATEGORY:")) {
      category = plain.slice("$CATEGORY:".length).trim();
    } else {
      if (lines.length === 0) start = at + 1;
      lines.push(line);
      const whole = lines.join("\n");
      const open = findSign(whole, "{");
      isOpen = open >= 0 && findSign(whole, "}", open + 1) < 0;
    }
  }
  close();
  return questions;
}
