import type { z } from "zod";
import type { ItemAnalysis } from "#modules/academy/contract/quiz-staff.ts";
import { pageContext } from "#web/context.ts";
import { countOf } from "#web/format/plural.ts";
import { LinkButton } from "#web/ui/button.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { Facts } from "#web/ui/facts.tsx";
import { Section } from "#web/ui/section.tsx";
import { Disclosure } from "#web/ui/disclosure.tsx";
import type { Route } from "./+types/analysis.ts";
import { percent } from "./attempt-standing.tsx";
import { ItemTable } from "./item-table.tsx";

export type Analysis = z.output<typeof ItemAnalysis>;

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const count = new URL(request.url).searchParams.get("count") === "all" ? "all" : "first";
  const analysis = await context
    .get(pageContext)
    .call<Analysis>("academy.get_item_analysis", { ...params, count });
  return { analysis, count };
}

function Meaning() {
  return (
    <Disclosure summary="What the numbers mean">
      <dl className="max-w-measure space-y-3">
        <Term name="Difficulty">
          The share of its points a question earned on average. 100 % is a question everybody got right.
          Between 30 % and 90 % tells students apart best.
        </Term>
        <Term name="Discrimination">
          Whether students who do well elsewhere in the quiz do well here: from −1 to 1. Above 0.2 is good.
          Below 0 look at the key first: the best students answer otherwise.
        </Term>
        <Term name="Best less weakest">
          The average of the best 27 % of attempts less that of the weakest 27 %.
        </Term>
        <Term name="Choices">
          How often each option was chosen. A wrong option that nobody chooses does no work; one that the best
          choose may be right.
        </Term>
      </dl>
    </Disclosure>
  );
}

function Term({ name, children }: { name: string; children: string }) {
  return (
    <div>
      <dt className="font-medium">{name}</dt>
      <dd className="text-pretty text-muted">{children}</dd>
    </div>
  );
}

export default function AnalysisPage({ loaderData: { analysis, count }, params }: Route.ComponentProps) {
  const { funnel } = analysis;
  const csv = `/console/academy/quizzes/${params.courseId}/${params.quizKey}/analysis.csv?count=${count}`;
  return (
    <div className="space-y-6">
      <Facts
        facts={[
          { label: "Started", value: funnel.started, note: `${funnel.open} open now` },
          { label: "Finished", value: funnel.finished, note: `${funnel.endedByTime} ended by the clock` },
          { label: "Passed", value: funnel.passed, note: `of ${funnel.finished} finished` },
          {
            label: "Mean score",
            value: percent(analysis.meanScorePpm) || "None yet",
            note: `of ${countOf(analysis.attempts, count === "first" ? "first attempt" : "attempt")}`,
          },
        ]}
      />
      <div className="flex flex-wrap items-center gap-3">
        <LinkButton to={count === "first" ? "?count=all" : "?"} size="small">
          {count === "first" ? "Count all attempts" : "Count first attempts alone"}
        </LinkButton>
        <LinkButton to={csv} reloadDocument size="small" icon="download">
          Download CSV
        </LinkButton>
      </div>
      <Meaning />
      <Section title="Questions">
        {analysis.items.length === 0 ? (
          <EmptyState
            icon="chart-column"
            title="Nothing to count yet"
            text="Figures stand here once attempts are finished."
          />
        ) : (
          <ItemTable items={analysis.items} />
        )}
      </Section>
    </div>
  );
}
