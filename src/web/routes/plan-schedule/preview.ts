import { pageContext } from "#web/context.ts";
import type { Route } from "./+types/preview.ts";
import { loadPreview } from "./load-preview.ts";
import { readAddress } from "./timeline-address.ts";

/** What follows while a bar is dragged; the page itself asks the same when it is dropped. */
export async function loader({ context, request }: Route.LoaderArgs) {
  const { select, start } = readAddress(request.url);
  if (!select || !start) return null;
  return loadPreview(context.get(pageContext).call, { workPackageId: select, startsOn: start });
}
