/** Languages certificates are written in; a course in any other has its certificate in English. */
export const CERTIFICATE_LANGUAGES = ["en", "de", "es", "fr"] as const;
export type CertificateLanguage = (typeof CERTIFICATE_LANGUAGES)[number];

/** The language of the words around a course in a language (BCP 47). */
export function certificateLanguage(language: string): CertificateLanguage {
  const [first = ""] = language.toLowerCase().split(/[-_]/);
  return CERTIFICATE_LANGUAGES.find((known) => known === first) ?? "en";
}
