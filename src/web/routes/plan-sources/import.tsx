import type { z } from "zod";
import { data, redirect } from "react-router";
import type { PlanSummary } from "#modules/playbook/contract/plan.ts";
import { pageContext } from "#web/context.ts";
import { useFormat } from "#web/format/use-format.ts";
import { Form } from "#web/forms/form.tsx";
import { submit } from "#web/forms/submit.ts";
import { usePermission } from "#web/shell/use-shell.ts";
import { Button } from "#web/ui/button.tsx";
import { Card } from "#web/ui/card.tsx";
import { DateInput } from "#web/ui/date-input.tsx";
import { Disclosure } from "#web/ui/disclosure.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { FileInput } from "#web/ui/file-input.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import { TextArea } from "#web/ui/text-area.tsx";
import type { Route } from "./+types/import.ts";
import { keepDraft, PlanUpload, refuseLargeForm } from "./plan-upload.ts";

type Plan = z.output<typeof PlanSummary>;

export const handle = { crumb: "Import" };

export async function loader({ context }: Route.LoaderArgs) {
  return { plan: await context.get(pageContext).call<Plan>("playbook.find_plan", {}) };
}

export async function action(args: Route.ActionArgs) {
  const tooLarge = refuseLargeForm(args.request);
  if (tooLarge) return data(tooLarge, { status: 413 });
  const { call } = args.context.get(pageContext);
  return submit(args, (input: z.output<typeof PlanUpload>) => keepDraft(call, input), {
    schema: PlanUpload,
    onSuccess: ({ draftId }) => redirect(`/console/plan/import/${draftId}`),
  });
}

export default function Import({ loaderData, actionData }: Route.ComponentProps) {
  const mayImport = usePermission("playbook:decide");
  return (
    <>
      <PageHeader
        title="Import a plan"
        lead="A file in Markdown becomes phases, work packages, deliverables and numbers to reach. You see what each line becomes before anything changes."
      />
      {mayImport ? (
        <UploadForm plan={loaderData.plan} state={actionData} />
      ) : (
        <Card>
          <EmptyState
            icon="lock"
            title="Importing is for owners and admins"
            text="Ask one of them to bring a new file of the plan in. You can open everything that was imported."
          />
        </Card>
      )}
    </>
  );
}

function UploadForm({ plan, state }: { plan: Plan; state: Route.ComponentProps["actionData"] }) {
  const { date } = useFormat();
  const pasted = Boolean(state?.values.text?.[0]);
  const kept = plan.startOn
    ? `The plan in force starts on ${date(plan.startOn)}. Another day here moves every date that nobody moved by hand.`
    : "Months and weeks of the plan are counted from this day.";
  return (
    <Form state={state} encType="multipart/form-data" className="max-w-form">
      <FileInput
        name="file"
        label="File"
        accept=".md,.markdown,.txt,text/markdown,text/plain"
        hint="Markdown, up to 5 MB, in English or Spanish. Headings, lists, tables and checkboxes are read."
      />
      <Disclosure summary="Paste the text instead" open={pasted}>
        <TextArea
          name="text"
          label="Text of the plan"
          hint="Read when no file is chosen."
          mono
          rows={12}
          optional
        />
      </Disclosure>
      <DateInput
        name="startOn"
        label="First day of the plan"
        hint={kept}
        defaultValue={plan.startOn ?? undefined}
        required={false}
      />
      <Button look="primary">Show preview</Button>
      {plan.hasPlan && (
        <p className="text-13 text-muted">
          A newer file of the same plan keeps everything known of what stays: values, proof, owners, moved
          dates.
        </p>
      )}
    </Form>
  );
}
