import { pngChunk } from "#modules/academy/certificates/badges/encode-png.ts";

/*
 * Baking: the credential travels inside of the picture (Open Badges 3.0, 5.3). A PNG carries it in an uncompressed iTXt
 * chunk with the keyword openbadgecredential, an SVG in an element behind the opening tag.
 */
const KEYWORD = "openbadgecredential";
const NAMESPACE = "https://purl.imsglobal.org/ob/v3p0";
const HEADER_END = 33;

/** Puts a credential into a PNG of ours. */
export function bakePng(png: Buffer, credential: object): Buffer {
  // Keyword, no compression, no language, no translated keyword.
  const head = Buffer.from(`${KEYWORD}\0\0\0\0\0`, "latin1");
  const text = Buffer.from(JSON.stringify(credential), "utf8");
  const chunk = pngChunk("iTXt", Buffer.concat([head, text]));
  return Buffer.concat([png.subarray(0, HEADER_END), chunk, png.subarray(HEADER_END)]);
}

/** Puts a credential into an SVG of ours. */
export function bakeSvg(svg: string, credential: object): string {
  // The end of a CDATA section may not stand inside of it; as an escape it is the same JSON.
  const json = JSON.stringify(credential).replaceAll("]]>", "]]\\u003e");
  return svg
    .replace("<svg ", () => `<svg xmlns:openbadges="${NAMESPACE}" `)
    .replace(">", () => `>\n<openbadges:credential><![CDATA[${json}]]></openbadges:credential>`);
}
