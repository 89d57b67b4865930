import type { z } from "zod";
import { ChooseMetric, ReportMeasurement } from "#modules/playbook/contract/measure.ts";
import type { MetricRows, TargetDetail } from "#modules/playbook/contract/scorecard.ts";
import { pageContext } from "#web/context.ts";
import { useFormat } from "#web/format/use-format.ts";
import { Form } from "#web/forms/form.tsx";
import { done, submit } from "#web/forms/submit.ts";
import { usePermission } from "#web/shell/use-shell.ts";
import { Badge } from "#web/ui/badge.tsx";
import { Button } from "#web/ui/button.tsx";
import { Card } from "#web/ui/card.tsx";
import { LineChart } from "#web/ui/chart/line-chart.tsx";
import { DateInput } from "#web/ui/date-input.tsx";
import { KeyValue } from "#web/ui/key-value.tsx";
import { NumberInput } from "#web/ui/number-input.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import { Section } from "#web/ui/section.tsx";
import { State } from "#web/ui/state.tsx";
import { TextArea } from "#web/ui/text-area.tsx";
import { TextInput } from "#web/ui/text-input.tsx";
import { TextLink } from "#web/ui/text-link.tsx";
import { Day, Moment } from "#web/ui/time.tsx";
import type { Route } from "./+types/target.ts";
import { levelOf, toneOf, useOutlook, useQuantity, useTargetText } from "./target-words.tsx";

type Detail = z.output<typeof TargetDetail>;
type Rows = z.output<typeof MetricRows>;

export const handle = {
  crumb: (data: { detail: Detail }) => data.detail.target.label,
  notices: { reported: "The value is kept and judged.", metric: "The metric is chosen." },
};
export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: loaderData?.detail.target.label ?? "Number" },
];

export async function loader({ context, params }: Route.LoaderArgs) {
  const { call } = context.get(pageContext);
  const detail = await call<Detail>("playbook.get_target", { nodeId: params.nodeId });
  const { metric } = detail.target;
  const behind =
    metric && detail.live ? await call<Rows>("playbook.get_metric_rows", { metric, limit: 20 }) : null;
  return { detail, behind };
}

export async function action(args: Route.ActionArgs) {
  const intent = (await args.request.clone().formData()).get("intent");
  const { nodeId } = args.params;
  const here = `/console/plan/scorecard/${nodeId}`;
  if (intent === "metric")
    return submit(args, "playbook.choose_metric", {
      schema: ChooseMetric,
      map: (form) => ({ ...form, nodeId }),
      onSuccess: () => done(here, "metric"),
    });
  return submit(args, "playbook.report_measurement", {
    schema: ReportMeasurement,
    onSuccess: () => done(here, "reported"),
  });
}

export default function Target({ loaderData, actionData }: Route.ComponentProps) {
  const { detail, behind } = loaderData;
  const { target, series } = detail;
  const quantity = useQuantity();
  const text = useTargetText();
  const outlook = useOutlook();
  const mayReport = usePermission("playbook:report");
  return (
    <>
      <PageHeader title={target.label} lead={target.reason} over={target.phase ?? undefined} />
      <KeyValue
        pairs={[
          { label: "State", value: <State kind={target.state} /> },
          { label: "Now", value: <Now target={target} quantity={quantity} /> },
          { label: "Target", value: text(target) },
          { label: "Due", value: target.due ? <Day on={target.due} relative /> : null },
          { label: "Chance", value: outlook(target.state, series) },
          { label: "Measured by", value: <MeasuredBy detail={detail} /> },
          { label: "In the plan", value: <Place detail={detail} /> },
        ]}
      />
      <Section title="Weekly values and forecast">
        <LineChart
          label={target.label}
          unit={target.unit === "%" ? "percent" : undefined}
          tone={toneOf(target.state)}
          points={series.points}
          forecast={series.band}
          target={levelOf(target)}
        />
        {series.forecastReason && <p className="mt-2 text-13 text-muted">{series.forecastReason}.</p>}
      </Section>
      {mayReport && !detail.live && target.metric && (
        <Report state={actionData} metric={target.metric} unit={target.currency ?? target.unit} />
      )}
      <ChooseMetricForm state={actionData} metric={target.metric} />
      {behind && <Behind behind={behind} />}
      <Reports detail={detail} quantity={quantity} />
      <History detail={detail} />
    </>
  );
}

type Quantity = ReturnType<typeof useQuantity>;

function Now({ target, quantity }: { target: Detail["target"]; quantity: Quantity }) {
  if (target.value === null)
    return <span className="text-muted">{target.source === "none" ? "No source yet" : target.reason}</span>;
  return (
    <span className="inline-flex flex-wrap items-center gap-2">
      <strong className="font-semibold tabular-nums">{quantity(target.value, target)}</strong>
      {target.asOf && (
        <span className="text-muted">
          as of <Day on={target.asOf} />
        </span>
      )}
      {target.source === "reported" && <Badge>reported</Badge>}
    </span>
  );
}

function MeasuredBy({ detail }: { detail: Detail }) {
  const { metric } = detail.target;
  if (metric === null) return <>Nothing yet: choose a metric below</>;
  if (detail.live)
    return (
      <>
        {detail.metricTitle}. {detail.metricMeaning}
      </>
    );
  return (
    <>
      <code className="font-mono text-13">{metric}</code>, reported by people until a module measures it
    </>
  );
}

function Place({ detail }: { detail: Detail }) {
  const { workPackage, line } = detail;
  return (
    <>
      {workPackage && (
        <>
          <TextLink to={`/console/plan/work/${workPackage.id}`}>{workPackage.title}</TextLink>,{" "}
        </>
      )}
      line {line} of the file
    </>
  );
}

function Report({
  state,
  metric,
  unit,
}: {
  state: Route.ComponentProps["actionData"];
  metric: string;
  unit: string | null;
}) {
  const { today } = useFormat();
  return (
    <Section title="Report a value">
      <Card>
        <Form state={state} intent="report">
          <input type="hidden" name="metric" value={metric} />
          <div className="grid gap-4 sm:grid-cols-3">
            <NumberInput name="value" label="Value" unit={unit ?? undefined} required step="any" />
            <DateInput name="asOf" label="As of" defaultValue={today} max={today} />
            <TextInput
              name="source"
              label="Where you read it"
              hint="For example “Stripe dashboard”"
              required
            />
          </div>
          <TextArea name="note" label="Note" optional rows={2} />
          <Button>Report value</Button>
        </Form>
      </Card>
    </Section>
  );
}

function ChooseMetricForm({
  state,
  metric,
}: {
  state: Route.ComponentProps["actionData"];
  metric: string | null;
}) {
  const mayEdit = usePermission("playbook:edit");
  if (!mayEdit) return null;
  return (
    <Section title={metric === null ? "Choose what measures it" : "Measure it by something else"}>
      <Card>
        <Form state={state} intent="metric">
          <TextInput
            name="metric"
            label="Metric"
            defaultValue={metric ?? ""}
            hint="A key such as people.customers_active. Empty: nothing measures it."
          />
          <Button look="secondary">Choose metric</Button>
        </Form>
      </Card>
    </Section>
  );
}

function Behind({ behind }: { behind: Rows }) {
  return (
    <Section title="Rows behind the number">
      {behind.rows.length === 0 ? (
        <p className="text-muted">Nothing is counted yet.</p>
      ) : (
        <ul className="divide-y divide-line">
          {behind.rows.map((row) => (
            <li key={row.id} className="py-2">
              {row.href ? <TextLink to={row.href}>{row.label}</TextLink> : row.label}
              {row.detail && <p className="text-13 text-muted">{row.detail}</p>}
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

function Reports({ detail, quantity }: { detail: Detail; quantity: Quantity }) {
  if (detail.reports.length === 0) return null;
  return (
    <Section title="Reported values">
      <ul className="divide-y divide-line">
        {detail.reports.map((report) => (
          <li key={report.id} className="py-2">
            <strong className="font-semibold tabular-nums">{quantity(report.value, detail.target)}</strong> as
            of <Day on={report.asOf} />
            {report.superseded && (
              <span className="ms-2">
                <Badge>corrected later</Badge>
              </span>
            )}
            <p className="text-13 text-muted">
              {report.by ?? "Cairn"}, from {report.source}, <Moment at={report.at} />
              {report.note && <>. {report.note}</>}
            </p>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function History({ detail }: { detail: Detail }) {
  return (
    <Section title="Changes of state">
      <ul className="divide-y divide-line">
        {detail.changes.map((change) => (
          <li key={change.at + change.state} className="grid gap-x-3 py-2 sm:grid-cols-[128px_1fr]">
            <State kind={change.state} />
            <p>
              {change.reason}
              <span className="block text-13 text-muted">
                <Moment at={change.at} />
              </span>
            </p>
          </li>
        ))}
      </ul>
    </Section>
  );
}
