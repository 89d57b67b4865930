import type { z } from "zod";
import type { WatchMap } from "#modules/academy/contract/insight.ts";
import { pageContext } from "#web/context.ts";
import { countOf } from "#web/format/plural.ts";
import { playTime } from "#web/parts/course-blocks/block-props.ts";
import type { RouteHandle } from "#web/shell/route-handle.ts";
import { Disclosure } from "#web/ui/disclosure.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import type { Route } from "./+types/recording.ts";

type Watched = z.output<typeof WatchMap>;

export const handle: RouteHandle = { crumb: ({ lessonTitle }: Watched) => lessonTitle };

export async function loader({ context, params }: Route.LoaderArgs) {
  return context.get(pageContext).call<Watched>("academy.get_watch_map", params);
}

/** Bars in shares of the width, so that no length stands in a style. */
function Bars({ played, watchers, stretchMs }: Watched) {
  const width = 100 / played.length;
  return (
    <svg className="block h-40 w-full rtl:-scale-x-100" role="img" aria-label="Students who played each part">
      <rect width="100%" height="100%" className="fill-hover" />
      {played.map((count, at) => {
        const share = watchers > 0 ? (100 * count) / watchers : 0;
        return (
          <rect
            key={at * stretchMs}
            x={`${(at * width).toFixed(3)}%`}
            y={`${(100 - share).toFixed(2)}%`}
            width={`${(width * 0.9).toFixed(3)}%`}
            height={`${share.toFixed(2)}%`}
            className="fill-accent"
          />
        );
      })}
    </svg>
  );
}

export default function Recording({ loaderData: map }: Route.ComponentProps) {
  const { lessonTitle, durationMs, watchers, played, stretchMs } = map;
  return (
    <>
      <PageHeader
        title={<span dir="auto">{lessonTitle}</span>}
        lead={`Which parts of the recording ${countOf(watchers, "student")} really played.`}
      />
      {watchers === 0 ? (
        <EmptyState icon="play" title="Nobody watched it yet" text="The map begins with the first student." />
      ) : (
        <figure className="max-w-3xl">
          <Bars {...map} />
          <figcaption className="mt-2 flex justify-between text-13 text-muted tabular-nums">
            <span>0:00</span>
            <span>{playTime(durationMs)}</span>
          </figcaption>
          <Disclosure summary="The same as a table">
            <table className="text-14">
              <thead>
                <tr>
                  <th scope="col" className="pe-8 text-start font-medium">
                    From
                  </th>
                  <th scope="col" className="text-end font-medium">
                    Students
                  </th>
                </tr>
              </thead>
              <tbody>
                {played.map((count, at) => (
                  <tr key={at * stretchMs}>
                    <td className="pe-8 tabular-nums">{playTime(at * stretchMs)}</td>
                    <td className="text-end tabular-nums">{count}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </Disclosure>
        </figure>
      )}
    </>
  );
}
