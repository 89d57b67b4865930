import { z } from "zod";
import { sha256Hex } from "#kernel/ids.ts";
import { isMember } from "#modules/billing/rules/tax/territory.ts";
import type { ReadTaxId } from "#modules/billing/rules/tax/tax-id-format.ts";
import type { TaxIdAnswer, TaxIdChecker } from "#modules/billing/tax/tax-id-checker.ts";

const TIMEOUT_MS = 10_000;
const MAX_ANSWER_CHARS = 64_000;

// VIES REST API, "check-vat-number". userError VALID and INVALID are answers; the others (MS_UNAVAILABLE,
// SERVICE_UNAVAILABLE, MS_MAX_CONCURRENT_REQ, TIMEOUT, …) say that the member state could not be asked.
const ViesAnswer = z.object({
  valid: z.boolean(),
  userError: z.string().nullish(),
  requestIdentifier: z.string().nullish(),
});
const CONCLUSIVE: ReadonlySet<string> = new Set(["", "VALID", "INVALID"]);

const UNAVAILABLE: TaxIdAnswer = { result: "unavailable", consultation: null, answerSha256: null };

/** "DE136695976" as country and number, as VIES wants them; Greece is EL there. */
const split = (number: string) => ({ country: number.slice(0, 2), rest: number.slice(2) });

function requestBody(id: ReadTaxId, requester: string | null): string {
  const { country, rest } = split(id.number);
  const own = requester ? split(requester) : null;
  return JSON.stringify({
    countryCode: country,
    vatNumber: rest,
    ...(own && { requesterMemberStateCode: own.country, requesterNumber: own.rest }),
  });
}

function read(text: string): TaxIdAnswer {
  const answerSha256 = sha256Hex(text);
  const parsed = z
    .string()
    .transform((json) => JSON.parse(json) as unknown)
    .pipe(ViesAnswer)
    .safeParse(text);
  if (!parsed.success || !CONCLUSIVE.has(parsed.data.userError ?? ""))
    return { ...UNAVAILABLE, answerSha256 };
  const { valid, requestIdentifier } = parsed.data;
  return { result: valid ? "valid" : "invalid", consultation: requestIdentifier || null, answerSha256 };
}

/** Asks VIES, the register of the EU, at an address such as `https://ec.europa.eu/taxation_customs/vies/rest-api`. */
export const viesChecker = (address: string): TaxIdChecker => ({
  covers: isMember,
  check: async (id, requester) => {
    try {
      const response = await fetch(`${address.replace(/\/$/, "")}/check-vat-number`, {
        method: "POST",
        headers: { "content-type": "application/json", accept: "application/json" },
        body: requestBody(id, requester),
        redirect: "error",
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
      if (!response.ok) {
        await response.body?.cancel();
        return UNAVAILABLE;
      }
      return read((await response.text()).slice(0, MAX_ANSWER_CHARS));
    } catch {
      // No answer, or one that is no JSON: the register could not be asked.
      return UNAVAILABLE;
    }
  },
});
