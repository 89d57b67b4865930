import { firstRow, sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import { bakePng, bakeSvg } from "#modules/academy/certificates/badges/bake-badge.ts";
import type { BadgeRequest } from "#modules/academy/certificates/badges/badge-routes.ts";
import { listKeys } from "#modules/academy/certificates/badges/badge-keys.ts";
import { didDocument } from "#modules/academy/certificates/badges/did-document.ts";
import { encodePng } from "#modules/academy/certificates/badges/encode-png.ts";
import { publishedList } from "#modules/academy/certificates/badges/status-list.ts";
import { readCompanyBrand } from "#modules/academy/certificates/company-brand.ts";
import { drawBadgePixels } from "#modules/academy/rules/badges/draw-pixels.ts";
import { drawBadgeSvg } from "#modules/academy/rules/badges/draw-svg.ts";
import { issuerOf } from "#modules/academy/rules/badges/issuer.ts";
import { BADGE_CONTEXTS, writeAchievement } from "#modules/academy/rules/badges/write-credential.ts";
import { readSerial } from "#modules/academy/rules/certificates/serial.ts";

const PNG_SIDE = 400;

const json = (document: object, mediaType: string, maxAgeSeconds = 60): Response =>
  new Response(JSON.stringify(document), {
    headers: { "content-type": mediaType, "cache-control": `public, max-age=${maxAgeSeconds}` },
  });
const ldJson = (document: object): Response => json(document, "application/ld+json; charset=utf-8");

const dbOf = ({ door }: BadgeRequest) => door.runtime.database.db;

/** The keys of this issuer, as `did:web` resolves them. */
export async function answerDid(request: BadgeRequest): Promise<Response> {
  const issuer = issuerOf(request.url);
  const keys = (await listKeys(dbOf(request))).filter(({ controller }) => controller === issuer);
  return json(didDocument(issuer, keys), "application/did+json; charset=utf-8");
}

/** Who issues: a Profile of Open Badges. */
export async function answerIssuer(request: BadgeRequest): Promise<Response> {
  const { name, email } = await readCompanyBrand(dbOf(request));
  return ldJson({
    "@context": [...BADGE_CONTEXTS],
    id: issuerOf(request.url),
    type: ["Profile"],
    name,
    url: request.url,
    ...(email && { email }),
  });
}

interface CourseRow {
  courseSlug: string;
  courseTitle: string;
  outcomes: string[];
  certificate: { title: string; statement: string };
  lessons: number;
}

async function getAchievedCourse(request: BadgeRequest): Promise<CourseRow> {
  const found = await firstRow<CourseRow>(
    dbOf(request),
    sql`SELECT o.slug AS "courseSlug", o.title AS "courseTitle", to_jsonb(o.outcomes) AS outcomes, o.certificate,
          (SELECT count(*)::int FROM academy.lesson l JOIN academy.curriculum u ON u.id = l.curriculum_id
           WHERE u.course_id = o.id AND u.status = 'published') AS lessons
        FROM academy.course o
        WHERE o.id = ${request.param("courseId")} AND o.status <> 'draft' AND o.certificate IS NOT NULL`,
  );
  if (!found) throw refuse("not_found", "academy.achievement_unknown", "There is no such achievement.");
  return found;
}

/** What a course's badge stands for. */
export async function answerAchievement(request: BadgeRequest): Promise<Response> {
  const { certificate, ...course } = await getAchievedCourse(request);
  const achievement = writeAchievement({
    url: request.url,
    courseId: request.param("courseId"),
    ...course,
    ...certificate,
  });
  return ldJson({ "@context": [...BADGE_CONTEXTS], ...achievement });
}

const image = (content: BodyInit, mediaType: string): Response =>
  new Response(content, {
    headers: {
      "content-type": mediaType,
      "cache-control": "public, max-age=3600",
      "content-security-policy": "default-src 'none'; style-src 'none'; sandbox",
    },
  });

const drawPng = async (request: BadgeRequest): Promise<Buffer> => {
  const { colour } = await readCompanyBrand(dbOf(request));
  return request.door.runtime.services.cache.get(`academy.badge_image:${colour}`, async () =>
    encodePng(drawBadgePixels(colour, PNG_SIDE), PNG_SIDE),
  );
};

/** The picture of a course's badge, with no credential in it. */
export async function answerAchievementImage(request: BadgeRequest): Promise<Response> {
  await getAchievedCourse(request);
  return image(new Uint8Array(await drawPng(request)), "image/png");
}

/** A list of revoked or suspended badges. */
export async function answerStatusList(request: BadgeRequest): Promise<Response> {
  const [number, purpose] = request.param("list").split("-");
  const { services } = request.door.runtime;
  const house = { ...services, db: dbOf(request), now: request.door.clock.now() };
  const list = await publishedList(house, {
    number: Number(number),
    purpose: purpose === "suspension" ? "suspension" : "revocation",
  });
  return json(list, "application/vc; charset=utf-8");
}

async function getCredential(request: BadgeRequest, text: string) {
  const read = readSerial(text);
  const found =
    typeof read === "string"
      ? undefined
      : await firstRow<{ credential: object | null; erased: boolean; title: string }>(
          dbOf(request),
          sql`SELECT credential, erased_at IS NOT NULL AS erased, title FROM academy.certificate
              WHERE serial = ${read.serial}`,
        );
  if (!found) throw refuse("not_found", "academy.badge_unknown", "There is no such badge.");
  if (found.erased)
    throw refuse("gone", "academy.badge_erased", "Its owner asked for this badge to be erased.");
  if (!found.credential)
    throw refuse("conflict", "academy.badge_preparing", "This badge is being made. Try again in a moment.");
  return { credential: found.credential, title: found.title };
}

const asDownload = (response: Response, name: string): Response => {
  response.headers.set("content-disposition", `attachment; filename="${name}"`);
  return response;
};

/** A badge: its JSON, or with `.png` or `.svg` behind its number an image that holds it. */
export async function answerCredential(request: BadgeRequest): Promise<Response> {
  const [serial = "", kind] = request.param("serial").split(".");
  const { credential, title } = await getCredential(request, serial);
  if (kind === "png") {
    const baked = bakePng(await drawPng(request), credential);
    return asDownload(image(new Uint8Array(baked), "image/png"), `badge-${serial}.png`);
  }
  if (kind === "svg") {
    const { colour } = await readCompanyBrand(dbOf(request));
    const svg = bakeSvg(drawBadgeSvg({ title, colour }), credential);
    return asDownload(image(svg, "image/svg+xml; charset=utf-8"), `badge-${serial}.svg`);
  }
  return ldJson(credential);
}
