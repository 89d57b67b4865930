import { buffer } from "node:stream/consumers";
import { ZipFile } from "yazl";

/** An ordinary ZIP archive of files, deflated. */
export async function zipOf(files: Readonly<Record<string, string | Buffer>>): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [path, content] of Object.entries(files)) zip.addBuffer(Buffer.from(content), path);
  zip.end();
  return buffer(zip.outputStream);
}

const item12 = (id: string, more = "") =>
  `<item identifier="${id}" identifierref="r-${id}"><title>Part ${id}</title>${more}</item>`;
const resource12 = (id: string, href: string) =>
  `<resource identifier="r-${id}" type="webcontent" adlcp:scormtype="sco" href="${href}"><file href="${href}"/></resource>`;

/** The manifest of a SCORM 1.2 package with two parts, the second with a mark of 70. */
export const MANIFEST_12 = `<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="roofs" version="1" xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2"
  xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2">
  <metadata><schema>ADL SCORM</schema><schemaversion>1.2</schemaversion></metadata>
  <organizations default="o"><organization identifier="o"><title>Roofs &amp; gutters</title>
    ${item12("one")}
    ${item12("two", "<adlcp:masteryscore>70</adlcp:masteryscore><adlcp:datafromlms>seed=7</adlcp:datafromlms>")}
  </organization></organizations>
  <resources>${resource12("one", "content/one.html")}${resource12("two", "content/two.html?mode=test")}</resources>
</manifest>`;

const page = (title: string) =>
  `<!doctype html><html><head><meta charset="utf-8"><title>${title}</title><script src="lib.js"></script></head><body>
<h1>${title}</h1><p id="said"></p></body></html>`;

/** What the parts run: they find the API as content does, and keep what page they were on. */
const LIB = `var api = window.API || window.API_1484_11;
function get(n) { return api.LMSGetValue ? api.LMSGetValue(n) : api.GetValue(n); }
function set(n, v) { return api.LMSSetValue ? api.LMSSetValue(n, v) : api.SetValue(n, v); }
`;

/** A whole SCORM 1.2 package. */
export const scorm12 = (more: Readonly<Record<string, string | Buffer>> = {}): Promise<Buffer> =>
  zipOf({
    "imsmanifest.xml": MANIFEST_12,
    "content/one.html": page("One"),
    "content/two.html": page("Two"),
    "content/lib.js": LIB,
    "content/empty.css": "",
    ...more,
  });
