import { Outlet } from "react-router";
import { pageContext } from "#web/context.ts";
import type { RouteHandle } from "#web/shell/route-handle.ts";
import type { Route } from "./+types/person-section.ts";
import type { CustomerPerson } from "./person-detail.ts";

export const handle: RouteHandle = { crumb: (data: { name: string }) => data.name };

export async function loader({ context, params }: Route.LoaderArgs) {
  const { personId } = params;
  const { name } = await context.get(pageContext).call<CustomerPerson>("people.get_person", { personId });
  return { name };
}

/** Gives the pages of one person their place in the breadcrumb. */
export default function PersonSection() {
  return <Outlet />;
}
