import type { z } from "zod";
import { redirect } from "react-router";
import type { ReferralCode } from "#modules/billing/contract/partners.ts";
import { pageContext } from "#web/context.ts";
import type { Route } from "./+types/referral.ts";
import { partnerCookie } from "./partner-cookie.ts";

/** A partner's link: remembered, then on to the prices; a code of nobody leads there too. */
export async function loader({ context, params }: Route.LoaderArgs) {
  const { call, secureCookies } = context.get(pageContext);
  const { code } = await call<z.output<typeof ReferralCode>>("billing.read_referral_code", {
    code: params.code,
  });
  const headers = new Headers({ "cache-control": "no-store" });
  if (code) headers.append("set-cookie", partnerCookie(code, secureCookies));
  return redirect("/pricing", { headers });
}
