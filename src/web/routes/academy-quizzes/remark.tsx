import type { z } from "zod";
import { type RemarkPreview, RemarkQuestion } from "#modules/academy/contract/quiz-staff.ts";
import { pageContext } from "#web/context.ts";
import { Form } from "#web/forms/form.tsx";
import { done, submit } from "#web/forms/submit.ts";
import { countOf } from "#web/format/plural.ts";
import type { RouteHandle } from "#web/shell/route-handle.ts";
import { Button } from "#web/ui/button.tsx";
import { Checkbox } from "#web/ui/checkbox.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { Facts } from "#web/ui/facts.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import { Section } from "#web/ui/section.tsx";
import { TextArea } from "#web/ui/text-area.tsx";
import { TextLink } from "#web/ui/text-link.tsx";
import type { Route } from "./+types/remark.ts";

type Preview = z.output<typeof RemarkPreview>;

export const handle: RouteHandle = { crumb: "Mark anew" };

export async function loader({ context, params }: Route.LoaderArgs) {
  return { preview: await context.get(pageContext).call<Preview>("academy.preview_remark", params) };
}

export async function action(args: Route.ActionArgs) {
  const { questionId } = args.params;
  return submit(args, "academy.remark_question", {
    schema: RemarkQuestion,
    map: (form) => ({ ...form, questionId, keepBetter: form.keepBetter ?? false }),
    onSuccess: () => done(`/console/academy/questions/${questionId}`, "remarked"),
  });
}

const percent = (ppm: number) => `${Math.floor(ppm / 10_000)} %`;

function Changes({ changes }: { changes: Preview["changes"] }) {
  return (
    <ul className="divide-y divide-line">
      {changes.map((change) => (
        <li key={change.attemptId} className="flex justify-between gap-4 py-2">
          <TextLink to={`/console/academy/attempts/${change.attemptId}`}>{change.studentName}</TextLink>
          <span className="tabular-nums">
            {percent(change.scorePpmBefore)} → {percent(change.scorePpmAfter)}
          </span>
        </li>
      ))}
    </ul>
  );
}

export default function Remark({ loaderData: { preview }, actionData }: Route.ComponentProps) {
  const changed = preview.raised + preview.lowered;
  return (
    <div className="max-w-[720px]">
      <PageHeader
        title="Mark finished attempts anew"
        lead={`By the key of version ${preview.version}, in every attempt that was asked this question.`}
      />
      <Facts
        facts={[
          { label: "Attempts", value: preview.attempts },
          { label: "Would rise", value: preview.raised, note: `${preview.nowPassing} would pass` },
          {
            label: "Would fall",
            value: preview.lowered,
            note: `${preview.nowFailing} would not pass any more`,
          },
        ]}
      />
      {changed === 0 ? (
        <EmptyState icon="check" title="Nothing would change" text="All marks are as this key gives them." />
      ) : (
        <>
          <Section title="What would change">
            <Changes changes={preview.changes} />
            {changed > preview.changes.length && (
              <p className="text-muted">And {countOf(changed - preview.changes.length, "more attempt")}.</p>
            )}
          </Section>
          <Section title="Do it">
            <Form state={actionData}>
              <input type="hidden" name="version" value={preview.version} />
              <Checkbox
                name="keepBetter"
                label="Let nobody lose points"
                hint="Marks that would fall stay as they are."
                defaultChecked
              />
              <TextArea name="reason" label="Reason" hint="Kept with the change." rows={2} />
              <Button look="primary">Mark anew</Button>
            </Form>
          </Section>
        </>
      )}
    </div>
  );
}
