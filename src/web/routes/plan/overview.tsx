import type { z } from "zod";
import type { Overview as OverviewShape } from "#modules/playbook/contract/overview.ts";
import type { RiskPage } from "#modules/playbook/contract/risks.ts";
import { pageContext } from "#web/context.ts";
import { useFormat } from "#web/format/use-format.ts";
import { ACTION_NOTICES } from "#web/parts/action-forms.ts";
import { findProblem } from "#web/problem.ts";
import type { Work } from "#web/routes/plan-work/work-kinds.ts";
import { usePermission } from "#web/shell/use-shell.ts";
import { LinkButton } from "#web/ui/button.tsx";
import { PhaseStrip } from "#web/ui/phase-strip.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { Facts } from "#web/ui/facts.tsx";
import { Notice } from "#web/ui/notice.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import { Section } from "#web/ui/section.tsx";
import { TextLink } from "#web/ui/text-link.tsx";
import type { Route } from "./+types/overview.ts";
import { Concerns } from "./concerns.tsx";
import { GateTable } from "./gate-table.tsx";
import { Movements } from "./movements.tsx";
import { leadSentence } from "./overview-words.ts";
import { ToDo } from "./to-do.tsx";

type OverviewData = z.output<typeof OverviewShape>;

const MOST_TO_DO = 6;
const MOST_CONCERNS = 5;

export const handle = { crumb: "Overview", notices: ACTION_NOTICES };
export const meta: Route.MetaFunction = () => [{ title: "Overview" }];

export async function loader({ context }: Route.LoaderArgs) {
  const page = context.get(pageContext);
  try {
    const [overview, work, moved] = await Promise.all([
      page.call<OverviewData>("playbook.get_overview", {}),
      page.call<Work>("playbook.list_my_work", { limit: MOST_TO_DO }),
      page.call<z.output<typeof RiskPage>>("playbook.list_risks", {
        status: "open",
        moved: true,
        limit: MOST_CONCERNS,
      }),
    ]);
    return { overview, work, moved };
  } catch (thrown) {
    if (findProblem(thrown)?.code === "playbook.no_plan_yet") return null;
    throw thrown;
  }
}

export default function Overview({ loaderData }: Route.ComponentProps) {
  const mayImport = usePermission("playbook:decide");
  if (!loaderData)
    return (
      <EmptyState
        icon="map"
        title="There is no plan yet"
        text="Import the plan you wrote, in Markdown. You see what each line becomes before anything is kept."
        action={mayImport ? <LinkButton to="/console/plan/import">Import a plan</LinkButton> : undefined}
      />
    );
  return <Plan {...loaderData} />;
}

type PlanProps = NonNullable<Route.ComponentProps["loaderData"]>;

function Plan({ overview, work, moved }: PlanProps) {
  const { phase, gate, phases } = overview;
  const title = phase
    ? `Phase ${phase.number}${phase.month ? `, month ${phase.month} of ${phase.months}` : ""}`
    : overview.plan.title;
  return (
    <>
      <PageHeader
        title={title}
        lead={leadSentence(overview)}
        actions={
          <LinkButton to="/console/plan/reviews" look="primary">
            Review the week
          </LinkButton>
        }
      />
      {overview.questions > 0 && <Questions count={overview.questions} />}
      <PhaseStrip
        phases={phases.flatMap(({ id, number, title: name, startsOn, endsOn }) =>
          startsOn && endsOn
            ? [
                {
                  id,
                  title: `${number} ${name}`,
                  short: String(number),
                  startsOn,
                  endsOn,
                  to: `/console/plan/timeline?phase=${id}`,
                },
              ]
            : [],
        )}
        today={overview.asOf}
      />
      <KeyFigures overview={overview} />
      <Slips overview={overview} />
      {gate && (
        <Section
          title={gate.opensPhase ? `Gate to “${gate.opensPhase}”` : "Last gate"}
          link={{ label: "Scorecard", to: "/console/plan/scorecard" }}
        >
          <GateTable criteria={gate.criteria} />
        </Section>
      )}
      <div className="mt-8 grid gap-x-8 gap-y-8 lg:grid-cols-2">
        <ToDo work={work} />
        <Concerns moved={moved} />
      </div>
      <Movements overview={overview} />
    </>
  );
}

function Questions({ count }: { count: number }) {
  return (
    <Notice
      tone="caution"
      title={count === 1 ? "The plan asks you one question" : `The plan asks you ${count} questions`}
    >
      Some numbers have no metric yet. <TextLink to="/console/plan/questions">Answer them</TextLink> and they
      are measured.
    </Notice>
  );
}

function KeyFigures({ overview }: { overview: OverviewData }) {
  const format = useFormat();
  const { gate, variance, deliverables, phaseDeliverables, phase } = overview;
  const { days, lastWeek } = variance;
  return (
    <Facts
      facts={[
        {
          label: "Gate",
          value: gate ? format.nearDate(gate.dueOn) : "None",
          note: gate ? format.relativeDays(gate.dueOn) : undefined,
          tone: gate && gate.daysLeft < 0 ? "critical" : undefined,
          to: "/console/plan/gates",
        },
        {
          label: "Schedule",
          value: days === null ? "Not known" : lateness(days),
          note:
            days === null
              ? variance.reason
              : lastWeek === null || lastWeek === days
                ? undefined
                : `was ${lateness(lastWeek)}`,
          tone: days !== null && days > 0 ? "caution" : undefined,
          to: "/console/plan/timeline",
        },
        {
          label: "Deliverables proved",
          value: format.number(phaseDeliverables.done, "count"),
          note: phase ? `of ${phaseDeliverables.total} in phase ${phase.number}` : `of ${deliverables.total}`,
          to: "/console/plan/evidence",
        },
        {
          label: "Criteria met",
          value: gate ? format.number(gate.met.done, "count") : "0",
          note: gate ? `of ${gate.met.total} at the gate` : undefined,
          to: "/console/plan/scorecard",
        },
      ]}
    />
  );
}

/** Days late or early in words. */
function lateness(days: number): string {
  if (days === 0) return "On time";
  const count = Math.abs(days);
  return `${count} ${count === 1 ? "day" : "days"} ${days > 0 ? "late" : "early"}`;
}

function Slips({ overview }: { overview: OverviewData }) {
  const { causes } = overview.variance;
  return (
    <Section title="What is late, and why" link={{ label: "Timeline", to: "/console/plan/timeline" }}>
      {causes.length === 0 ? (
        <p className="text-muted">Nothing that is due is late.</p>
      ) : (
        <ul className="divide-y divide-line">
          {causes.map((cause) => (
            <li key={cause.id} className="py-2.5">
              <TextLink to={`/console/plan/work/${cause.id}`} className="font-medium">
                {cause.title}
              </TextLink>
              <p className="text-13 text-muted">{cause.reason}</p>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
