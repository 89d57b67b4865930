import { redirect } from "react-router";
import type { Route } from "./+types/my-thanks.ts";
import { readOrder } from "./order-cookie.ts";

/** Where a provider sends buyers back to: the page of the order that this browser placed last. */
export function loader({ request }: Route.LoaderArgs) {
  const token = readOrder(request.headers.get("cookie"));
  return redirect(token ? `/thanks/${token}?back` : "/account");
}
