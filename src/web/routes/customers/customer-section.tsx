import { Outlet } from "react-router";
import { pageContext } from "#web/context.ts";
import type { RouteHandle } from "#web/shell/route-handle.ts";
import type { Route } from "./+types/customer-section.ts";
import { readCustomer } from "./customer-detail.ts";

export const handle: RouteHandle = { crumb: (data: { name: string }) => data.name };

export async function loader({ context, params }: Route.LoaderArgs) {
  const { accountId } = params;
  const { name } = await readCustomer(context.get(pageContext).call, accountId);
  return { name };
}

/** Gives the pages of one customer their place in the breadcrumb. */
export default function CustomerSection() {
  return <Outlet />;
}
