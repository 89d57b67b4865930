import { languageOf, type Language } from "../language.ts";
import { de } from "./de.ts";
import { en } from "./en.ts";
import { es } from "./es.ts";
import { fr } from "./fr.ts";
import type { DocumentLabels } from "./types.ts";

const LABELS: Readonly<Record<Language, DocumentLabels>> = { en, de, es, fr };

/** The words a customer of a locale reads. */
export const labelsOf = (locale: string): DocumentLabels => LABELS[languageOf(locale)];
