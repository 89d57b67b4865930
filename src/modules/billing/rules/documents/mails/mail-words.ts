import { type Language, languageOf } from "../language.ts";
import type { DocumentMailWords } from "./words/types.ts";
import { de } from "./words/de.ts";
import { en } from "./words/en.ts";
import { es } from "./words/es.ts";
import { fr } from "./words/fr.ts";

const WORDS: Readonly<Record<Language, DocumentMailWords>> = { en, de, es, fr };

/** The words of mails a reader of a locale gets. */
export const mailWords = (locale: string): DocumentMailWords => WORDS[languageOf(locale)];
