import { pageContext } from "#web/context.ts";
import type { Route } from "./+types/export-markdown.ts";
import { exportPlan } from "./export-plan.ts";

export const loader = ({ context }: Route.LoaderArgs) => exportPlan(context.get(pageContext), "md");
