import { jsonAnswer } from "#modules/academy/lrs/answers.ts";
import { readActivity } from "#modules/academy/lrs/activities-resource.ts";
import { readPerson } from "#modules/academy/lrs/agents-resource.ts";
import { consistentThroughMs, isoOf } from "#modules/academy/lrs/consistent-through.ts";
import type { DocumentResource } from "#modules/academy/lrs/document-place.ts";
import { useDocuments } from "#modules/academy/lrs/documents-resource.ts";
import type { LrsHouse } from "#modules/academy/lrs/lrs-house.ts";
import type { LrsRequest } from "#modules/academy/lrs/lrs-request.ts";
import { readStatements } from "#modules/academy/lrs/read-statements.ts";
import type { Sender } from "#modules/academy/lrs/sender.ts";
import { postStatements, putStatement } from "#modules/academy/lrs/statements-resource.ts";
import type { ApiVersion } from "#modules/academy/rules/lrs/spoken-version.ts";
import { supportedVersions } from "#modules/academy/rules/lrs/spoken-version.ts";

/** A request whose sender and version are known, and the headers of its answer whatever becomes of it. */
export interface LrsCall {
  request: LrsRequest;
  sender: Sender;
  version: ApiVersion;
  headers: Headers;
}

/** One address of the store: its methods, and what answers them. */
export interface LrsResource {
  methods: readonly string[];
  answer(house: LrsHouse, call: LrsCall): Promise<Response>;
}

async function statements(
  house: LrsHouse,
  { request, sender, version, headers }: LrsCall,
): Promise<Response> {
  if (request.method === "POST") return postStatements(house, request, { sender, version });
  if (request.method === "PUT") return putStatement(house, request, { sender, version });
  const throughMs = await consistentThroughMs(house.db, house.clock.now());
  headers.set("x-experience-api-consistent-through", isoOf(throughMs));
  return readStatements(house, request, { sender, version, throughMs });
}

const documents = (resource: DocumentResource): LrsResource => ({
  methods: ["GET", "HEAD", "PUT", "POST", "DELETE"],
  answer: (house, { request, sender, version }) =>
    useDocuments(house, request, resource, { sender, version }),
});

/** Every address below `/xapi` but about, which asks for neither version nor sender. */
export const lrsResources: Readonly<Record<string, LrsResource>> = {
  "/statements": { methods: ["GET", "HEAD", "PUT", "POST"], answer: statements },
  "/activities/state": documents("state"),
  "/activities/profile": documents("activity_profile"),
  "/agents/profile": documents("agent_profile"),
  "/activities": { methods: ["GET", "HEAD"], answer: (house, { request }) => readActivity(house, request) },
  "/agents": {
    methods: ["GET", "HEAD"],
    answer: (house, { request, sender }) => readPerson(house, request, sender),
  },
};

/** `GET /about`: which versions the store speaks. */
export const aboutAnswer = (spoken: ApiVersion | undefined): Response =>
  jsonAnswer(JSON.stringify({ version: supportedVersions(spoken), extensions: {} }));
