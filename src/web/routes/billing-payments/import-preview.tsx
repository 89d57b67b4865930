import { useActionData } from "react-router";
import { z } from "zod";
import type {
  ImportedStatement,
  StatementDraft,
  StatementPreview,
} from "#modules/billing/contract/bank-statements.ts";
import { UpdateStatementDraft } from "#modules/billing/contract/bank-statements.ts";
import { pageContext } from "#web/context.ts";
import type { FormState } from "#web/forms/form-state.ts";
import { Form } from "#web/forms/form.tsx";
import { done, submit } from "#web/forms/submit.ts";
import { countOf } from "#web/format/plural.ts";
import { useFormat } from "#web/format/use-format.ts";
import { Button, LinkButton } from "#web/ui/button.tsx";
import { Facts } from "#web/ui/facts.tsx";
import { Notice } from "#web/ui/notice.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import { Section } from "#web/ui/section.tsx";
import type { Route } from "./+types/import-preview.ts";
import { LayoutForm, readLayout } from "./layout-form.tsx";
import { PreviewLines } from "./preview-lines.tsx";

type Draft = z.output<typeof StatementDraft>;
type Preview = z.output<typeof StatementPreview>;

export const handle = { crumb: "Preview" };

export async function loader({ context, params }: Route.LoaderArgs) {
  const { call } = context.get(pageContext);
  const { fileName, content, layout } = await call<Draft>("billing.get_statement_draft", params);
  const preview = await call<Preview>("billing.preview_statement", { fileName, content, layout });
  return { fileName, preview };
}

export async function action(args: Route.ActionArgs) {
  const { call } = args.context.get(pageContext);
  const { draftId } = args.params;
  const here = `/console/billing/payments/statements/drafts/${draftId}`;
  const intent = String((await args.request.clone().formData()).get("intent"));
  if (intent === "layout")
    return submit(args, "billing.update_statement_draft", {
      schema: UpdateStatementDraft,
      map: (form) => ({ draftId, layout: readLayout(form) }),
      onSuccess: () => done(here),
    });
  const bring = async () => {
    const { fileName, content, layout } = await call<Draft>("billing.get_statement_draft", { draftId });
    return call<z.output<typeof ImportedStatement>>("billing.import_statement", {
      fileName,
      content,
      layout,
    });
  };
  return submit(args, bring, {
    schema: z.object({}),
    onSuccess: ({ isNew }) => done("/console/billing/payments/to-match", isNew ? "imported" : "known"),
  });
}

function newLinesNote({ newCount, lineCount, pendingCount }: Preview): string {
  const known = lineCount - newCount;
  const parts = [
    known > 0 && `${known} more imported before`,
    pendingCount > 0 && `${pendingCount} announced and not booked`,
  ];
  return parts.filter(Boolean).join(", ");
}

function PreviewFacts({ preview }: { preview: Preview }) {
  const { dateRange, nearDate, money } = useFormat();
  const { fromOn, toOn, inMinor } = preview;
  const days = fromOn && toOn ? (fromOn === toOn ? nearDate(fromOn) : dateRange(fromOn, toOn)) : "None";
  const come = inMinor.map(({ amountMinor, currency }) => money(BigInt(amountMinor), currency)).join(", ");
  return (
    <div className="mb-8">
      <Facts
        facts={[
          { label: "Days", value: days },
          {
            label: "New lines",
            value: preview.newCount,
            note: newLinesNote(preview),
          },
          { label: "Money in", value: come || "None", note: "in the new lines" },
          {
            label: "Account",
            value: preview.bankAccounts.filter((name) => name !== "-").join(", ") || "Not said",
          },
        ]}
      />
    </div>
  );
}

function Warnings({ preview }: { preview: Preview }) {
  if (preview.isKnown)
    return <Notice title="This very file was imported before">Importing it again changes nothing.</Notice>;
  return preview.warnings.map((warning) => <Notice key={warning} tone="caution" title={warning} />);
}

function Confirm({ newCount }: { newCount: number }) {
  const state = useActionData<FormState>();
  return (
    <Form state={state} intent="import" className="mb-8">
      <div className="flex flex-wrap gap-3">
        <Button look="primary" disabled={newCount === 0}>
          {newCount === 0 ? "Nothing new to import" : `Import ${countOf(newCount, "line")}`}
        </Button>
        <LinkButton to="/console/billing/payments/statements/new">Choose another file</LinkButton>
      </div>
    </Form>
  );
}

export default function ImportPreview({ loaderData, actionData }: Route.ComponentProps) {
  const { fileName, preview } = loaderData;
  return (
    <>
      <PageHeader
        title="What the file holds"
        lead={
          <>
            <span dir="auto">{fileName}</span>. Nothing has changed yet.
          </>
        }
      />
      <PreviewFacts preview={preview} />
      <div className="mb-6 space-y-3">
        <Warnings preview={preview} />
      </div>
      <Confirm newCount={preview.newCount} />
      <PreviewLines preview={preview} />
      {preview.csv && (
        <Section title="What the columns mean">
          <LayoutForm csv={preview.csv} state={actionData} open={preview.lineCount === 0} />
        </Section>
      )}
    </>
  );
}
