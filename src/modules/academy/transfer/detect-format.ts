import { refuse } from "#kernel/errors.ts";
import type { ImportFormat } from "#modules/academy/contract/transfer.ts";
import type { CourseSource } from "#modules/academy/transfer/draft/course-source.ts";

/** What a source holds, and the folder that it begins in (`""`: the top). */
export interface Detected {
  format: ImportFormat;
  folder: string;
}

const unknown = () =>
  refuse(
    "invalid",
    "academy.import_unknown_format",
    "This is no course that can be read here: a Cairn archive, a folder of Markdown with course.yaml, GIFT, SCORM 1.2 or SCORM 2004.",
  );

/** Archives are often packed with the folder around them. */
function folderOf(source: CourseSource, name: string): string | undefined {
  if (source.has(name)) return "";
  const inside = source.paths.filter((path) => path.endsWith(`/${name}`));
  const nearest = inside.toSorted((a, b) => a.split("/").length - b.split("/").length)[0];
  const folder = nearest?.slice(0, -name.length - 1);
  return folder !== undefined && folder.split("/").length <= 2 ? folder : undefined;
}

/** Standards that share a name for their manifest are told apart by what it says. */
function formatOfManifest(xml: string): ImportFormat {
  const head = xml.slice(0, 200_000);
  if (/imsccv1p|IMS Common Cartridge|IMS Thin Common Cartridge/i.test(head)) return "imscc";
  if (/adlcp_v1p3|adlseq|imsss|<schemaversion>\s*(2004|CAM)/i.test(head)) return "scorm2004";
  if (/adlcp|ADL SCORM/i.test(head)) return "scorm12";
  if (/imsqti|QTI/i.test(head)) return "qti";
  return "imscc";
}

const hasItems = (source: CourseSource, head: string): boolean =>
  source.paths.some((path) => path.endsWith(".xml")) &&
  /assessmentItem|assessmentTest|qti-assessment/.test(head);

/** Tells which format a source is in. Errors: `academy.import_unknown_format`. */
export async function detectFormat(source: CourseSource): Promise<Detected> {
  const marks = [
    ["course.json", "cairn"],
    ["course.yaml", "markdown"],
    ["cmi5.xml", "cmi5"],
  ] as const;
  for (const [name, format] of marks) {
    const folder = folderOf(source, name);
    if (folder !== undefined) return { format, folder };
  }
  const packed = folderOf(source, "imsmanifest.xml");
  if (packed !== undefined) {
    const manifest = await source.text(packed === "" ? "imsmanifest.xml" : `${packed}/imsmanifest.xml`);
    return { format: formatOfManifest(manifest), folder: packed };
  }
  const olx = folderOf(source, "course.xml");
  if (olx !== undefined) return { format: "olx", folder: olx };
  const [first] = source.paths;
  if (first !== undefined && source.paths.every((path) => /\.(gift|txt)$/i.test(path)))
    return { format: "gift", folder: "" };
  const xml = source.paths.find((path) => path.endsWith(".xml"));
  if (xml !== undefined && hasItems(source, await source.text(xml))) return { format: "qti", folder: "" };
  throw unknown();
}
