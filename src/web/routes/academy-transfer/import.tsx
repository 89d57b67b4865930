import { useEffect } from "react";
import { useRevalidator } from "react-router";
import { z } from "zod";
import { ConfirmImport } from "#modules/academy/contract/imports.ts";
import type { Loss } from "#modules/academy/contract/transfer.ts";
import { pageContext } from "#web/context.ts";
import { Form } from "#web/forms/form.tsx";
import type { FormState } from "#web/forms/form-state.ts";
import { done, submit } from "#web/forms/submit.ts";
import type { RouteHandle } from "#web/shell/route-handle.ts";
import type { Column } from "#web/table/column.ts";
import { DataTable } from "#web/table/data-table.tsx";
import { Button, LinkButton } from "#web/ui/button.tsx";
import { Card } from "#web/ui/card.tsx";
import { Facts } from "#web/ui/facts.tsx";
import { Notice } from "#web/ui/notice.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import { ProgressBar } from "#web/ui/progress-bar.tsx";
import { Section } from "#web/ui/section.tsx";
import { TextInput } from "#web/ui/text-input.tsx";
import type { Route } from "./+types/import.ts";
import { type CourseImportDetail, foundWords, formatWords, importWords } from "./import-state.ts";

const LOOK_AGAIN_MS = 1500;

export const handle: RouteHandle = {
  crumb: (data: { fileName: string }) => data.fileName,
  notices: { confirmed: "The course is coming in. You can leave this page." },
};

export async function loader({ context, params }: Route.LoaderArgs) {
  const { importId } = params;
  return context.get(pageContext).call<CourseImportDetail>("academy.get_import", { importId });
}

const Decided = ConfirmImport.omit({ importId: true }).extend({ slug: z.string().trim().optional() });

export async function action(args: Route.ActionArgs) {
  const { importId } = args.params;
  const isCancel = (await args.request.clone().formData()).get("intent") === "cancel";
  return submit(args, isCancel ? "academy.cancel_import" : "academy.confirm_import", {
    schema: Decided,
    map: ({ slug }) => (isCancel || !slug ? { importId } : { importId, slug }),
    onSuccess: () =>
      isCancel
        ? done("/console/academy/imports", "cancelled")
        : done(`/console/academy/imports/${importId}`, "confirmed"),
  });
}

/** Reads the page again while the work goes on. */
function useFollow(isRunning: boolean): void {
  const { revalidate } = useRevalidator();
  useEffect(() => {
    if (!isRunning) return;
    const timer = setInterval(() => void revalidate(), LOOK_AGAIN_MS);
    return () => clearInterval(timer);
  }, [isRunning, revalidate]);
}

const lossColumns: readonly Column<Loss>[] = [
  { key: "item", header: "What", cell: (row) => <span dir="auto">{row.item}</span> },
  { key: "place", header: "Where", cell: (row) => <span dir="auto">{row.place}</span> },
  { key: "why", header: "Why", grow: true, cell: (row) => row.why },
];

export default function ImportPage({ loaderData: state, actionData }: Route.ComponentProps) {
  useFollow(state.status === "reading" || state.status === "writing");
  return (
    <>
      <PageHeader
        over={importWords[state.status]}
        title={
          <span dir="auto" className="[overflow-wrap:anywhere]">
            {state.title || state.fileName}
          </span>
        }
      />
      <div className="space-y-6">
        {state.error && <Notice tone="critical" title={state.error.message} />}
        {state.found && <Facts facts={factsOf(state)} />}
        {state.status === "reading" && (
          <Notice title="The file is being looked through. Nothing has come in yet." />
        )}
        {state.status === "writing" && (
          <Card>
            <ProgressBar
              label="Files stored"
              value={state.filesDone}
              of={Math.max(1, state.filesTotal)}
              withFigures
            />
          </Card>
        )}
        {state.status === "ready" && <Decision state={state} form={actionData} />}
        {state.status === "done" && state.courseId && (
          <LinkButton look="primary" to={`/console/academy/courses/${state.courseId}`}>
            Open the course
          </LinkButton>
        )}
      </div>
      {state.losses.length > 0 && (
        <Section
          title={state.status === "done" ? "What was not taken" : "What will not be taken"}
          note="Each thing that could not be taken as it was, where it stood, and why."
        >
          <DataTable
            caption="Losses"
            columns={lossColumns}
            rows={state.losses.map((loss, at) => ({ ...loss, at }))}
            rowKey={(row) => String((row as Loss & { at: number }).at)}
            noun={["loss", "losses"]}
            compact
          />
        </Section>
      )}
    </>
  );
}

const factsOf = (state: CourseImportDetail) => [
  { label: "File", value: state.fileName },
  { label: "Format", value: state.format ? formatWords[state.format] : "" },
  { label: "What is in it", value: foundWords(state.found) },
  {
    label: "Not taken",
    value: state.lossCount === 0 ? "Nothing: all of it can come" : String(state.lossCount),
  },
];

function Decision({ state, form }: { state: CourseImportDetail; form: FormState | undefined }) {
  return (
    <Card>
      <Form state={form} intent="confirm" className="max-w-form">
        {state.courseId ? (
          <p className="text-14">
            It comes to the end of the draft of <strong dir="auto">{state.courseTitle}</strong>.
          </p>
        ) : (
          <TextInput
            name="slug"
            label="Address of the course"
            defaultValue={state.slug}
            hint="Lower-case letters, digits and dashes. The course stays unpublished."
          />
        )}
        <Button look="primary">Bring it in</Button>
      </Form>
      <Form state={form} intent="cancel" className="mt-3">
        <Button>Give it up</Button>
      </Form>
    </Card>
  );
}
