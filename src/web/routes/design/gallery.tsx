import { pageContext } from "#web/context.ts";
import { richTextValue } from "#web/forms/rich-text.ts";
import { problemResponse } from "#web/problem.ts";
import type { RouteHandle } from "#web/shell/route-handle.ts";
import { readTableQuery } from "#web/table/table-query.ts";
import { Tabs } from "#web/ui/tabs.tsx";
import type { Route } from "./+types/gallery.ts";
import { ControlsView } from "./controls-view.tsx";
import { FiguresView } from "./figures-view.tsx";
import { OverviewView } from "./overview-view.tsx";
import { sampleText } from "./sample-text.ts";
import { StatesView } from "./states-view.tsx";
import { TextView } from "./text-view.tsx";

export const handle: RouteHandle = { crumb: "Design" };

const views = ["overview", "controls", "figures", "text", "states"] as const;

/** Shows every part at once, for whoever builds a page; hidden where real people work. */
export async function loader({ request, context }: Route.LoaderArgs) {
  const { sandbox } = context.get(pageContext);
  if (import.meta.env.PROD && !sandbox) {
    throw problemResponse({ kind: "not_found", code: "web.page_not_found", message: "", issues: [] });
  }
  const asked = new URL(request.url).searchParams.get("view");
  return {
    view: views.find((view) => view === asked) ?? "overview",
    text: await richTextValue(sampleText),
    query: readTableQuery(request.url, { sorts: ["title", "due"], filters: ["state"], defaultSort: "due" }),
  };
}

export default function Gallery({ loaderData: { view, text, query } }: Route.ComponentProps) {
  return (
    <>
      <div className="pt-4">
        <Tabs
          label="Parts"
          tabs={views.map((name) => ({
            label: name[0]?.toUpperCase() + name.slice(1),
            to: name === "overview" ? "/console/design" : `/console/design?view=${name}`,
          }))}
        />
      </div>
      {view === "overview" && <OverviewView query={query} />}
      {view === "controls" && <ControlsView />}
      {view === "figures" && <FiguresView />}
      {view === "text" && <TextView value={text} />}
      {view === "states" && <StatesView />}
    </>
  );
}
