import { pageContext } from "#web/context.ts";
import type { Route } from "./+types/data-export.ts";

/** Everything the house knows of the person who asks, as a file. */
export async function loader({ context }: Route.LoaderArgs) {
  const data = await context.get(pageContext).call("staff.export_personal_data", {});
  return new Response(JSON.stringify(data, null, 2), {
    headers: {
      "content-type": "application/json",
      "content-disposition": 'attachment; filename="my-data.json"',
      "cache-control": "no-store",
    },
  });
}
