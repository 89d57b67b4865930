import type { XmpAddition } from "#kernel/pdf/extend-xmp.ts";
import type { PdfAttachment } from "#kernel/pdf/renderer.ts";

/*
 * Factur-X 1.0 (ZUGFeRD 2), profile EN 16931: the CII XML inside a PDF/A-3, and metadata that say so. Names and words are
 * those of the specification, chapter "XMP extension schema".
 */
const NAMESPACE = "urn:factur-x:pdfa:CrossIndustryDocument:invoice:1p0#";
const FILE_NAME = "factur-x.xml";

const PROPERTIES = [
  ["DocumentFileName", "The name of the embedded XML document"],
  ["DocumentType", "The type of the hybrid document in capital letters, e.g. INVOICE or ORDER"],
  ["Version", "The actual version of the standard applying to the embedded XML document"],
  ["ConformanceLevel", "The conformance level of the embedded XML document"],
] as const;

const property = ([name, description]: (typeof PROPERTIES)[number]): string =>
  `<rdf:li rdf:parseType="Resource"><pdfaProperty:name>${name}</pdfaProperty:name><pdfaProperty:valueType>Text</pdfaProperty:valueType><pdfaProperty:category>external</pdfaProperty:category><pdfaProperty:description>${description}</pdfaProperty:description></rdf:li>`;

/** What the metadata of a Factur-X file say. */
export const FACTUR_X_XMP: XmpAddition = {
  schema: `<rdf:li rdf:parseType="Resource"><pdfaSchema:schema>Factur-X PDFA Extension Schema</pdfaSchema:schema><pdfaSchema:namespaceURI>${NAMESPACE}</pdfaSchema:namespaceURI><pdfaSchema:prefix>fx</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq>${PROPERTIES.map(property).join("")}</rdf:Seq></pdfaSchema:property></rdf:li>`,
  description: `<rdf:Description rdf:about="" xmlns:fx="${NAMESPACE}"><fx:DocumentType>INVOICE</fx:DocumentType><fx:DocumentFileName>${FILE_NAME}</fx:DocumentFileName><fx:Version>1.0</fx:Version><fx:ConformanceLevel>EN 16931</fx:ConformanceLevel></rdf:Description>`,
};

/** The XML as it travels inside. */
export const facturXAttachment = (cii: string): PdfAttachment => ({
  name: FILE_NAME,
  content: Buffer.from(cii),
  mediaType: "text/xml",
  description: "Factur-X invoice data",
  relationship: "alternative",
});
