import { redirect } from "react-router";
import { pageContext } from "#web/context.ts";
import type { Route } from "./+types/link.ts";

/**
 * A partner's link leads to the prices, with its code and whatever else the address said. Nothing is kept on the visitor's
 * device, and the address that is gone to is always our own.
 */
export async function loader({ context, params, request }: Route.LoaderArgs) {
  const known = await context.get(pageContext).call<{ code: string | null }>("billing.read_referral_code", {
    code: params.code,
  });
  const query = new URL(request.url).searchParams;
  query.delete("via");
  if (known.code) query.set("via", known.code);
  const search = query.toString();
  return redirect(search ? `/pricing?${search}` : "/pricing");
}
