import { Card } from "#web/ui/card.tsx";
import { LineChart } from "#web/ui/chart/line-chart.tsx";
import { Waterfall } from "#web/ui/chart/waterfall.tsx";
import { HeatMap } from "#web/ui/heat-map.tsx";
import { KeyValue } from "#web/ui/key-value.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import { ProgressBar } from "#web/ui/progress-bar.tsx";
import { Section } from "#web/ui/section.tsx";
import { Day, Moment } from "#web/ui/time.tsx";
import { sampleCriteria } from "./sample.ts";

/** Charts and figures. */
export function FiguresView() {
  const customers = sampleCriteria[2];
  const retention = sampleCriteria[3];
  return (
    <>
      <PageHeader
        title="Figures"
        lead="A line to reach, a band of what is expected, today, and a table behind."
      />
      {customers && (
        <Section title="Customers">
          <Card>
            <LineChart
              label="Customers"
              tone="caution"
              points={customers.points}
              forecast={customers.forecast}
              target={customers.target}
            />
          </Card>
        </Section>
      )}
      {retention && (
        <Section title="Customer retention">
          <Card>
            <LineChart
              label="Customer retention"
              unit="percent"
              fromData
              points={retention.points}
              forecast={retention.forecast}
              target={retention.target}
            />
          </Card>
        </Section>
      )}
      <Section title="How a level moved">
        <Waterfall
          label="Movements of a month"
          steps={[
            { key: "start", label: "At the start", kind: "level", value: 9000, text: "$9,000" },
            { key: "new", label: "New", kind: "change", value: 900, text: "+$900" },
            { key: "churn", label: "Churn", kind: "change", value: -300, text: "−$300" },
            { key: "end", label: "At the end", kind: "level", value: 9600, text: "$9,600" },
          ]}
        />
      </Section>
      <RisksAndProperties />
    </>
  );
}

function RisksAndProperties() {
  return (
    <div className="mt-8 grid items-start gap-8 lg:grid-cols-2">
      <Section title="Risks">
        <HeatMap
          cells={[
            { probability: 4, impact: 5, count: 1 },
            { probability: 3, impact: 4, count: 3 },
            { probability: 2, impact: 2, count: 4 },
            { probability: 3, impact: 3, count: 2 },
          ]}
          hrefOf={(probability, impact) => `?view=figures&probability=${probability}&impact=${impact}`}
        />
      </Section>
      <Section title="Properties">
        <Card>
          <KeyValue
            pairs={[
              {
                label: "Deliverables proved",
                value: <ProgressBar label="Deliverables proved" value={38} of={60} withFigures />,
              },
              { label: "Due", value: <Day on="2027-06-30" /> },
              { label: "Last measured", value: <Moment at="2027-05-17T07:30:00Z" /> },
              { label: "Owner", value: null },
            ]}
          />
        </Card>
      </Section>
    </div>
  );
}
