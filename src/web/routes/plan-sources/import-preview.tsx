import { z } from "zod";
import type { MetricChoices } from "#modules/playbook/contract/measure.ts";
import type { ImportDraft, ImportedPlan } from "#modules/playbook/contract/plan.ts";
import { pageContext } from "#web/context.ts";
import { useFormat } from "#web/format/use-format.ts";
import { Form } from "#web/forms/form.tsx";
import { done, submit } from "#web/forms/submit.ts";
import { readTableQuery } from "#web/table/table-query.ts";
import { Button, LinkButton } from "#web/ui/button.tsx";
import { Card } from "#web/ui/card.tsx";
import { DateInput } from "#web/ui/date-input.tsx";
import { Notice } from "#web/ui/notice.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import { Tabs } from "#web/ui/tabs.tsx";
import type { Route } from "./+types/import-preview.ts";
import { CountsGrid } from "./counts-grid.tsx";
import { encodingWords } from "./encoding-words.ts";
import { LinePages } from "./line-pages.tsx";
import { LinesTable } from "./lines-table.tsx";
import { LINES, PREVIEW_VIEWS, previewList, type Preview, type PreviewView } from "./preview-list.ts";
import { PreviewTable } from "./preview-tables.tsx";

type Draft = z.output<typeof ImportDraft>;
type Imported = z.output<typeof ImportedPlan>;

export const handle = { crumb: "Preview" };

const Confirmation = z.object({ startOn: z.iso.date().optional() });

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const { call } = context.get(pageContext);
  const draft = await call<Draft>("playbook.get_import_draft", { draftId: params.draftId });
  const { fileName, content } = draft;
  const preview = await call<Preview>("playbook.preview_import", { fileName, content });
  const { metrics } = await call<z.output<typeof MetricChoices>>("playbook.list_metrics", {});
  const { title, counts, encoding, startOn, changes, targets, questions, lint, skipped } = preview;
  const isUpdate = startOn !== null;
  const asked = new URL(request.url).searchParams;
  const query = readTableQuery(request.url);
  const view = PREVIEW_VIEWS.find((name) => name === asked.get("view")) ?? (isUpdate ? "changes" : "lines");
  return {
    fileName,
    query,
    summary: { title, counts, encoding, isUpdate, startOn: draft.startOn ?? startOn },
    sizes: {
      changes: changes.length,
      targets: targets.length,
      questions: questions.length,
      findings: lint.length,
      skipped: skipped.length,
    },
    list: previewList(preview, {
      view,
      offset: Number(query.cursor) || 0,
      line: Number(asked.get("line")) || 1,
      titles: new Map(metrics.map((metric) => [metric.key, metric.title])),
    }),
  };
}

export async function action(args: Route.ActionArgs) {
  const { call } = args.context.get(pageContext);
  const importDraft = async ({ startOn }: z.output<typeof Confirmation>) => {
    const { draftId } = args.params;
    const { fileName, content } = await call<Draft>("playbook.get_import_draft", { draftId });
    return call<Imported>("playbook.import_plan", { fileName, content, startOn });
  };
  return submit(args, importDraft, {
    schema: Confirmation,
    onSuccess: ({ sourceId, changed }) =>
      done(`/console/plan/sources/${sourceId}`, changed ? "imported" : "unchanged"),
  });
}

export default function ImportPreview({ loaderData, actionData }: Route.ComponentProps) {
  const { fileName, summary, sizes, list, query } = loaderData;
  const repair = encodingWords(summary.encoding);
  return (
    <>
      <PageHeader
        over={
          <span dir="auto" className="[overflow-wrap:anywhere]">
            {fileName}
          </span>
        }
        title={<span dir="auto">{summary.title || "Preview of the plan"}</span>}
        lead={
          summary.isUpdate
            ? "This is what the file would change in the plan. Nothing is changed yet."
            : "This is what the file becomes. Nothing is imported yet."
        }
      />
      <div className="space-y-6">
        {repair && <Notice title="The letters were mended">{repair}</Notice>}
        <CountsGrid counts={summary.counts} />
        <ImportCard summary={summary} changes={sizes.changes} state={actionData} />
      </div>
      <div className="mt-8">
        <Tabs label="What the file becomes" tabs={tabsOf(sizes, summary.isUpdate)} />
        {list.view === "lines" ? (
          <>
            <Card flush>
              <LinesTable segments={list.segments} caption="The file and what its lines become" />
            </Card>
            <LinePages from={list.from} size={LINES} total={list.total} />
          </>
        ) : (
          <PreviewTable list={list} query={query} />
        )}
      </div>
    </>
  );
}

type Loaded = Route.ComponentProps["loaderData"];

const LABELS: Record<PreviewView, string> = {
  changes: "Changes",
  lines: "Lines",
  targets: "Numbers",
  questions: "Questions",
  findings: "Findings",
  skipped: "Skipped",
};

const tabsOf = (sizes: Loaded["sizes"], isUpdate: boolean) =>
  PREVIEW_VIEWS.filter((view) => isUpdate || view !== "changes").map((view) => ({
    label: LABELS[view],
    to: `?view=${view}`,
    count: view === "lines" ? undefined : sizes[view],
  }));

interface ImportCardProps {
  summary: Loaded["summary"];
  changes: number;
  state: Route.ComponentProps["actionData"];
}

function ImportCard({ summary, changes, state }: ImportCardProps) {
  const { date } = useFormat();
  const isSame = summary.isUpdate && changes === 0;
  return (
    <Card>
      <Form state={state}>
        {isSame && (
          <Notice>
            This file says what the plan already says. Importing it changes nothing, unless you choose another
            first day.
          </Notice>
        )}
        <div className="flex flex-wrap items-end gap-x-4 gap-y-3">
          <div className="w-full sm:w-60">
            <DateInput
              name="startOn"
              label="First day of the plan"
              defaultValue={summary.startOn ?? undefined}
              required={!summary.isUpdate}
            />
          </div>
          <Button look={isSame ? "secondary" : "primary"}>Import plan</Button>
          <LinkButton to="/console/plan/import" look="quiet">
            Choose another file
          </LinkButton>
        </div>
        {summary.isUpdate && summary.startOn && (
          <p className="text-13 text-muted">
            Values, proof, owners and moved dates of what stays are kept. Leave the day at{" "}
            {date(summary.startOn)} to keep all dates.
          </p>
        )}
      </Form>
    </Card>
  );
}
