import { readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

/* Writing that Inter does not have, and the fonts that do; each is read once a document needs it. */
const SCRIPTS = [
  { has: /\p{Script=Arabic}/u, folder: "noto-sans-arabic", name: "NotoSansArabic" },
  { has: /\p{Script=Hebrew}/u, folder: "noto-sans-hebrew", name: "NotoSansHebrew" },
  { has: /\p{Script=Devanagari}/u, folder: "noto-sans-devanagari", name: "NotoSansDevanagari" },
  { has: /\p{Script=Thai}/u, folder: "noto-sans-thai", name: "NotoSansThai" },
  {
    has: /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}/u,
    folder: "noto-sans-sc",
    name: "NotoSansSC",
  },
] as const;

const FACES = ["400Regular", "600SemiBold"];

/** Folders of the fonts that a text needs besides the usual ones, always in the same order. */
export const scriptsIn = (text: string): string[] =>
  SCRIPTS.filter(({ has }) => has.test(text)).map(({ folder }) => folder);

/** The files of one of them. */
export function scriptFonts(folder: string): Buffer[] {
  const name = SCRIPTS.find((script) => script.folder === folder)?.name ?? "";
  const home = path.dirname(fileURLToPath(import.meta.resolve(`@expo-google-fonts/${folder}/package.json`)));
  return FACES.map((face) => readFileSync(path.join(home, face, `${name}_${face}.ttf`)));
}
