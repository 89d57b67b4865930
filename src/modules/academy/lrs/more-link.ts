import { malformed } from "#modules/academy/lrs/refusals.ts";
import { type Parameters, readParameters } from "#modules/academy/rules/lrs/parameters.ts";

/** Where a page of statements goes on: the query, and the sequence the page before ended with. */
export interface MoreToken {
  parameters: Parameters;
  after: string;
}

const isPair = (pair: unknown): pair is [string, string] =>
  Array.isArray(pair) && pair.length === 2 && pair.every((part) => typeof part === "string");

/** The relative address of the next page. It holds what the reader asked for itself, and is judged anew. */
export function moreLink(path: string, { parameters, after }: MoreToken): string {
  const token = Buffer.from(JSON.stringify([after, ...parameters])).toString("base64url");
  return `${path}?more=${token}`;
}

/** Reads the token of such an address. Errors: `academy.lrs_malformed`. */
export function readMoreToken(token: string): MoreToken {
  try {
    const value: unknown = JSON.parse(Buffer.from(token, "base64url").toString("utf8"));
    if (Array.isArray(value)) {
      const [after, ...pairs] = value;
      if (typeof after === "string" && /^\d{1,19}$/.test(after) && pairs.every(isPair))
        return { after, parameters: readParameters(pairs) };
    }
  } catch {
    // Falls through to the same answer.
  }
  throw malformed("This address of a further page is not one of ours.", "more");
}
