import { refuse } from "#kernel/errors.ts";
import { type CourseDraft, type PackageItem, packageItem } from "#modules/academy/contract/transfer.ts";
import type { CourseSource } from "#modules/academy/transfer/draft/course-source.ts";
import { derivedId } from "#modules/academy/transfer/draft/derived-id.ts";
import type { Losses } from "#modules/academy/transfer/draft/losses.ts";
import { singleLesson, titleOfFile } from "#modules/academy/transfer/draft/single-lesson.ts";
import { resolvePath } from "#modules/academy/transfer/markdown/folder-reading.ts";
import { allBelow, childOf, childrenOf, firstBelow, textOf } from "#modules/academy/transfer/xml/elements.ts";
import { parseXml, type XmlElement } from "#modules/academy/transfer/xml/parse-xml.ts";
import { cmiTimeMs } from "#modules/academy/rules/packages/cmi-time.ts";

const MANIFEST = "imsmanifest.xml";

interface Reading {
  manifest: XmlElement;
  is12: boolean;
  source: CourseSource;
  losses: Losses;
}

/** A resource's address within the package: `xml:base` of each level before `href`. */
function hrefOf(reading: Reading, resource: XmlElement, parameters: string): string | undefined {
  const bases = [reading.manifest, childOf(reading.manifest, "resources"), resource].map(
    (one) => one?.attributes.base ?? "",
  );
  const [, path = "", rest = ""] =
    /^([^?#]*)(.*)$/.exec(bases.join("") + (resource.attributes.href ?? "")) ?? [];
  const decoded = /%[0-9a-f]{2}/i.test(path) && !reading.source.has(path) ? safeDecode(path) : path;
  const found = resolvePath(decoded);
  if (found === undefined || !reading.source.has(found)) return undefined;
  // CAM 3.4.1.3: parameters join a query that is there.
  const given = parameters.replace(/^[?&]+/, "");
  if (given === "" || given.startsWith("#")) return found + rest + given;
  return found + (rest.startsWith("?") ? `${rest}&` : `${rest}?`) + given;
}

function safeDecode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

const share = (text: string): number | null => {
  const value = text.trim() === "" ? Number.NaN : Number(text);
  return Number.isFinite(value) && value >= 0 && value <= 1 ? Math.round(value * 1_000_000) : null;
};

/** The mark: `masteryscore` of 1.2 (0–100), the primary objective's measure of 2004. */
function masteryOf(item: XmlElement, is12: boolean): number | null {
  if (is12) return share(String(Number(textOf(childOf(item, "masteryscore")) || "x") / 100));
  const objective = childOf(childOf(childOf(item, "sequencing"), "objectives"), "primaryObjective");
  return objective?.attributes.satisfiedByMeasure === "true"
    ? share(textOf(childOf(objective, "minNormalizedMeasure")) || "1")
    : null;
}

function limitOf(item: XmlElement, is12: boolean): number | null {
  const limit = childOf(childOf(item, "sequencing"), "limitConditions")?.attributes
    .attemptAbsoluteDurationLimit;
  const ms = cmiTimeMs(is12 ? textOf(childOf(item, "maxtimeallowed")) : (limit ?? ""));
  return ms > 0 ? Math.floor(ms / 1000) : null;
}

function reportSequencing(item: XmlElement, title: string, losses: Losses): void {
  const rules = firstBelow(childOf(item, "sequencing"), "sequencingRules") ?? firstBelow(item, "rollupRules");
  if (rules)
    losses.add(
      title,
      MANIFEST,
      "Its rules of order are not followed: students choose from the list of parts.",
    );
  if (childOf(item, "prerequisites"))
    losses.add(title, MANIFEST, "What it asks to be done before is not enforced.");
}

function readItem(
  reading: Reading,
  item: XmlElement,
  resources: ReadonlyMap<string, XmlElement>,
): PackageItem | undefined {
  const { is12, losses } = reading;
  const title = textOf(childOf(item, "title")) || item.attributes.identifier || "Part";
  const resource = resources.get(item.attributes.identifierref ?? "");
  const href = resource && hrefOf(reading, resource, item.attributes.parameters ?? "");
  reportSequencing(item, title, losses);
  if (!resource || href === undefined) {
    losses.add(title, MANIFEST, "The file it begins with is not in the package; the part was left out.");
    return undefined;
  }
  const type = (resource.attributes.scormtype ?? resource.attributes.scormType ?? "sco").toLowerCase();
  const parsed = packageItem.safeParse({
    id: item.attributes.identifier || href,
    title: title.slice(0, 500),
    href,
    isTracked: type !== "asset",
    masteryPpm: masteryOf(item, is12),
    launchData: textOf(childOf(item, is12 ? "datafromlms" : "dataFromLMS")),
    maxSeconds: limitOf(item, is12),
    timeLimitAction: textOf(childOf(item, is12 ? "timelimitaction" : "timeLimitAction")),
  });
  if (!parsed.success)
    losses.add(title, MANIFEST, `${parsed.error.issues[0]?.message}. The part was left out.`);
  return parsed.data;
}

/** Items with something to launch, in their order; folders of items only hold them. */
function leavesOf(organization: XmlElement | undefined, losses: Losses): XmlElement[] {
  return childrenOf(organization, "item").flatMap((item) => {
    const own = item.attributes.identifierref ? [item] : [];
    if (item.attributes.isvisible === "false" && own.length > 0)
      losses.add(textOf(childOf(item, "title")), MANIFEST, "It was hidden; it shows in the list of parts.");
    return [...own, ...leavesOf(item, losses)];
  });
}

function organizationOf(manifest: XmlElement, losses: Losses): XmlElement | undefined {
  const organizations = childOf(manifest, "organizations");
  const all = childrenOf(organizations, "organization");
  const chosen =
    all.find(({ attributes }) => attributes.identifier === organizations?.attributes.default) ?? all[0];
  for (const other of all.filter((one) => one !== chosen))
    losses.add(
      textOf(childOf(other, "title")) || "Organization",
      MANIFEST,
      "Only the default organization is taken.",
    );
  return chosen;
}

/** A SCORM package (1.2, or 2004 of any edition) as a course of one lesson that runs it. Errors: `academy.package_empty`, those of XML. */
export async function readScorm(
  source: CourseSource,
  { fileName, losses, kind }: { fileName: string; losses: Losses; kind: "scorm12" | "scorm2004" },
): Promise<CourseDraft> {
  const manifest = parseXml(await source.text(MANIFEST), MANIFEST);
  const reading: Reading = { manifest, is12: kind === "scorm12", source, losses };
  const resources = new Map(
    allBelow(childOf(manifest, "resources"), "resource").map(
      (one) => [one.attributes.identifier ?? "", one] as const,
    ),
  );
  const organization = organizationOf(manifest, losses);
  const title = (textOf(childOf(organization, "title")) || titleOfFile(fileName)).slice(0, 200);
  const leaves = leavesOf(organization, losses).map((item) => readItem(reading, item, resources));
  const items = leaves.filter((item) => item !== undefined);
  if (items.length === 0)
    throw refuse(
      "invalid",
      "academy.package_empty",
      "The package has no part that could be opened: its manifest names none.",
    );
  const identifier = manifest.attributes.identifier ?? title;
  const id = derivedId("package", kind, identifier, title);
  const version =
    textOf(firstBelow(childOf(manifest, "metadata"), "schemaversion")) || (reading.is12 ? "1.2" : "2004");
  const draft = singleLesson(
    title,
    { id: derivedId(id, "block"), kind: "package", packageId: id },
    { rule: "package" },
  );
  const files = source.paths.map((path) => ({ path, from: path }));
  const pack = { id, kind, title, manifest: { id: identifier, version: version.slice(0, 60), items }, files };
  return { ...draft, packages: [pack] };
}
