/** What a standard of its own asks to stand in a PDF's metadata (ISO 19005-3, 6.6.2.3: extension schemas). */
export interface XmpAddition {
  /** The schema's description: one `rdf:li` for `pdfaExtension:schemas`. */
  schema: string;
  /** The properties themselves: one `rdf:Description`. */
  description: string;
}

const METADATA = /\d+ 0 obj\s*<<\s*\/Length (\d+)\s+\/Type \/Metadata[\s\S]*?>>\s*stream\n/;
const SCHEMAS = "<pdfaExtension:schemas><rdf:Bag>";

function extendPacket(packet: string, { schema, description }: XmpAddition): string {
  if (!packet.includes(SCHEMAS) || !packet.includes("</rdf:RDF>"))
    throw new Error("The metadata of the PDF have no place for more");
  return packet
    .replace(SCHEMAS, () => SCHEMAS + schema)
    .replace("</rdf:RDF>", () => `${description}</rdf:RDF>`);
}

/** Moves what the table of references says of everything behind `after`, and where the table itself stands. */
function moveReferences(source: string, after: number, by: number): string {
  const start = source.lastIndexOf("\nxref\n") + 1;
  const table = source
    .slice(start)
    .replace(/^(\d{10}) (\d{5}) n/gm, (line, offset: string, generation: string) =>
      Number(offset) > after ? `${String(Number(offset) + by).padStart(10, "0")} ${generation} n` : line,
    )
    .replace(/startxref\s+\d+/, () => `startxref\n${start}`);
  return source.slice(0, start) + table;
}

/**
 * Writes more into the XMP packet of a PDF as Typst makes it: plain objects, one table of references. Typst has no way
 * to say this itself (0.14).
 */
export function extendXmp(pdf: Uint8Array, addition: XmpAddition): Uint8Array {
  const source = Buffer.from(pdf).toString("latin1");
  const found = METADATA.exec(source);
  if (!found) throw new Error("The PDF has no metadata");
  const [head, length = ""] = found;
  const start = found.index + head.length;
  const packet = Buffer.from(source.slice(start, start + Number(length)), "latin1").toString("utf8");
  const extended = Buffer.from(extendPacket(packet, addition), "utf8").toString("latin1");
  const newHead = head.replace(`/Length ${length}`, `/Length ${extended.length}`);
  const changed = source.slice(0, found.index) + newHead + extended + source.slice(start + Number(length));
  const by = changed.length - source.length;
  return Buffer.from(moveReferences(changed, found.index, by), "latin1");
}
