import type { Column } from "#web/table/column.ts";
import { DataTable } from "#web/table/data-table.tsx";
import type { TableQuery } from "#web/table/table-query.ts";
import { LinkButton } from "#web/ui/button.tsx";
import { Card } from "#web/ui/card.tsx";
import { Sparkline } from "#web/ui/chart/sparkline.tsx";
import { Facts } from "#web/ui/facts.tsx";
import { Figure } from "#web/ui/figure.tsx";
import { NameLink } from "#web/ui/name-link.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import { PhaseStrip } from "#web/ui/phase-strip.tsx";
import { Section } from "#web/ui/section.tsx";
import { State } from "#web/ui/state.tsx";
import { TextLink } from "#web/ui/text-link.tsx";
import { Day } from "#web/ui/time.tsx";
import type { SampleCriterion } from "./sample.ts";
import { SAMPLE_TODAY, sampleCriteria } from "./sample.ts";

const phases = [
  {
    id: "1",
    title: "1 Foundation and launch",
    short: "1",
    startsOn: "2027-01-04",
    endsOn: "2027-07-03",
    to: "?phase=1",
  },
  {
    id: "2",
    title: "2 Growth and expansion",
    short: "2",
    startsOn: "2027-07-04",
    endsOn: "2028-07-03",
    to: "?phase=2",
  },
  {
    id: "3",
    title: "3 Market leadership",
    short: "3",
    startsOn: "2028-07-04",
    endsOn: "2030-01-03",
    to: "?phase=3",
  },
];

/** The overview as it should feel, from invented figures. */
export function OverviewView({ query }: { query: TableQuery }) {
  return (
    <>
      <PageHeader
        title="Phase 1, month 5 of 6"
        lead="Foundation and launch. The gate to phase 2 opens when all six criteria are met; three are. Customers are the ones that hold it back."
        actions={
          <LinkButton to="/console/design" look="primary">
            Review week 20
          </LinkButton>
        }
      />
      <PhaseStrip phases={phases} today={SAMPLE_TODAY} />
      <Facts
        facts={[
          { label: "Gate", value: "30 Jun", note: "in 44 days", to: "/console/design" },
          { label: "Schedule", value: "6 days late", note: "was 2", tone: "caution" },
          { label: "Deliverables proved", value: "38", note: "of 60 in phase 1" },
          { label: "Revenue, April", value: "$31,420", note: "floor $50,000" },
        ]}
      />
      <Section title="Gate to phase 2" link={{ label: "Scorecard", to: "/console/design" }}>
        <CriteriaTable query={query} />
      </Section>
      <Section title="Moved this week" link={{ label: "Activity", to: "/console/design" }}>
        <Card>
          <ul className="divide-y divide-line">
            <Movement
              kind="slipped"
              name="Customer success and support"
              text=" by 4 days. The help centre has 3 of 12 articles."
            />
            <Movement
              kind="proved"
              name="Launch day execution plan"
              text=" by document “Launch plan”, approved 14 May."
            />
            <Movement
              kind="reopened"
              name="Website and landing pages"
              text=": “Pricing” was unpublished on 15 May. 4 of 5 remain."
            />
            <Movement
              kind="raised"
              name="Customer acquisition and retention"
              text=" to 3 × 4, by a cost per customer above $1,680."
            />
          </ul>
        </Card>
      </Section>
    </>
  );
}

function Movement({ kind, name, text }: { kind: string; name: string; text: string }) {
  return (
    <li className="grid gap-x-3 gap-y-0.5 py-2.5 sm:grid-cols-[112px_1fr]">
      <State kind={kind} />
      <p>
        <TextLink to="/console/design" className="font-medium">
          {name}
        </TextLink>
        {text}
      </p>
    </li>
  );
}

const columns: Column<SampleCriterion>[] = [
  {
    key: "title",
    header: "Criterion",
    sortable: true,
    cell: (row) => <NameLink to="/console/design">{row.title}</NameLink>,
  },
  { key: "value", header: "Now", align: "end", cell: (row) => <Figure value={row.value} unit={row.unit} /> },
  { key: "due", header: "Target", sortable: true, cell: (row) => <TargetCell row={row} /> },
  { key: "series", header: "12 weeks and forecast", cell: (row) => <Sparkline {...row} label={row.title} /> },
  { key: "state", header: "State", cell: (row) => <State kind={row.state}>{row.word}</State> },
  { key: "chance", header: "Chance", cell: (row) => <span className="text-muted">{row.chance}</span> },
];

const states = [
  { value: "met", label: "Met" },
  { value: "at_risk", label: "At risk" },
];

function CriteriaTable({ query }: { query: TableQuery }) {
  return (
    <DataTable
      caption="Criteria of the gate to phase 2"
      columns={columns}
      rows={query.q === "nothing" ? [] : sampleCriteria}
      rowKey={(row) => row.id}
      query={query}
      search="Search criteria"
      filters={[{ name: "state", label: "State", options: states }]}
      page={{ next: "abc", total: 120 }}
      noun={["criterion", "criteria"]}
      csv="/console/design"
    />
  );
}

function TargetCell({ row }: { row: SampleCriterion }) {
  return (
    <span className="text-muted">
      <Figure value={row.target} unit={row.unit} /> by <Day on={row.dueOn} />
    </span>
  );
}
