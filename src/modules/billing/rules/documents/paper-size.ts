// Unicode CLDR, territory measurement data: where paper is US letter.
const LETTER = new Set("BZ CA CL CO CR GT MX NI PA PH PR SV US VE".split(" "));

/** The paper people of a country print on, by Typst's name. */
export const paperSize = (country: string): "a4" | "us-letter" => (LETTER.has(country) ? "us-letter" : "a4");
