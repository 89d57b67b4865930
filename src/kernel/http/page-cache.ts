import { LRUCache } from "lru-cache";
import { keepRepresentation, type Representation } from "#kernel/http/representation.ts";

const MAX_PAGES = 500;
const MAX_AGE_MS = 60_000;

/** A request for a page: what tells pages apart, and how it may be sent. */
export interface PageRequest {
  key: string;
  acceptEncoding?: string;
}

/** Rendered public pages, kept in this process. */
export interface PageCache {
  /**
   * The page under the key, rendered when it is not known. Kept are only whole answers that call themselves public
   * and set no cookie. `scope` is what all pages depend on (the company's settings): a new object forgets them all.
   */
  answer(scope: object, request: PageRequest, render: () => Promise<Response>): Promise<Response>;
}

/** Headers that belong to one answer, not to the page. */
const OF_ONE_ANSWER = new Set(["content-security-policy", "x-request-id", "date"]);

const isPublic = (response: Response): boolean =>
  response.status === 200 &&
  (response.headers.get("cache-control") ?? "").includes("public") &&
  // The data of a page for scripts (`/_.data`) holds what belongs to one visitor, such as the token of forms.
  (response.headers.get("content-type") ?? "").startsWith("text/html") &&
  !response.headers.has("set-cookie");

/** Makes the cache of a process. */
export function createPageCache(): PageCache {
  const scopes = new WeakMap<object, LRUCache<string, Representation>>();
  const pagesOf = (scope: object): LRUCache<string, Representation> => {
    const known =
      scopes.get(scope) ?? new LRUCache<string, Representation>({ max: MAX_PAGES, ttl: MAX_AGE_MS });
    scopes.set(scope, known);
    return known;
  };
  return {
    answer: async (scope, { key, acceptEncoding }, render) => {
      const pages = pagesOf(scope);
      const kept = pages.get(key);
      if (kept) return kept.respond(acceptEncoding);
      const response = await render();
      if (!isPublic(response)) return response;
      const body = new Uint8Array(await response.arrayBuffer());
      const headers = Object.fromEntries([...response.headers].filter(([name]) => !OF_ONE_ANSWER.has(name)));
      pages.set(key, keepRepresentation(body, headers));
      return new Response(body, { headers: response.headers });
    },
  };
}
