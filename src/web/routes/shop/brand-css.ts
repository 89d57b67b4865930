import type { z } from "zod";
import type { Storefront } from "#modules/billing/contract/storefront.ts";
import { pageContext } from "#web/context.ts";
import type { Route } from "./+types/brand-css.ts";

/**
 * The company's colour as a stylesheet of its own: the content policy lets no page carry styles. The colour keeps its hue;
 * how light it is follows the theme, so that text on it and beside it can always be read.
 */
export async function loader({ context }: Route.LoaderArgs) {
  const { brand } = await context
    .get(pageContext)
    .call<z.output<typeof Storefront>>("billing.get_storefront");
  const { colour } = brand;
  const css =
    `html:root{--accent:light-dark(oklch(from ${colour} min(l,0.48) c h),oklch(from ${colour} 0.76 min(c,0.12) h));` +
    `--accent-soft:light-dark(oklch(from ${colour} 0.955 min(c,0.03) h),oklch(from ${colour} 0.3 min(c,0.05) h))}`;
  return new Response(css, {
    headers: { "content-type": "text/css; charset=utf-8", "cache-control": "public, max-age=300" },
  });
}
