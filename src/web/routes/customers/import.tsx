import { useEffect } from "react";
import { useRevalidator } from "react-router";
import { OneImport } from "#modules/people/contract/imports.ts";
import { pageContext } from "#web/context.ts";
import { Form } from "#web/forms/form.tsx";
import type { FormState } from "#web/forms/form-state.ts";
import { done, submit } from "#web/forms/submit.ts";
import { countOf } from "#web/format/plural.ts";
import type { RouteHandle } from "#web/shell/route-handle.ts";
import { Button, LinkButton } from "#web/ui/button.tsx";
import { Card } from "#web/ui/card.tsx";
import { Figure } from "#web/ui/figure.tsx";
import { Facts } from "#web/ui/facts.tsx";
import { Notice } from "#web/ui/notice.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import { ProgressBar } from "#web/ui/progress-bar.tsx";
import { Section } from "#web/ui/section.tsx";
import type { Route } from "./+types/import.ts";
import { ImportErrors } from "./import-errors.tsx";
import { type CustomerImport, importWords } from "./import-state.ts";

const LOOK_AGAIN_MS = 2000;

export const handle: RouteHandle = {
  crumb: (data: { fileName: string }) => data.fileName,
  notices: { started: "The customers are being brought in. You can leave this page." },
};

export async function loader({ context, params }: Route.LoaderArgs) {
  const { importId } = params;
  return context.get(pageContext).call<CustomerImport>("people.get_import", { importId });
}

export async function action(args: Route.ActionArgs) {
  const { importId } = args.params;
  const isDiscard = (await args.request.clone().formData()).get("intent") === "discard";
  return submit(args, isDiscard ? "people.discard_import" : "people.start_import", {
    schema: OneImport,
    map: () => ({ importId }),
    onSuccess: () =>
      isDiscard
        ? done("/console/customers/imports", "discarded")
        : done(`/console/customers/imports/${importId}`, "started"),
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

export default function ImportPage({ loaderData: state, actionData }: Route.ComponentProps) {
  useFollow(state.status === "running");
  return (
    <>
      <PageHeader
        over={importWords[state.status]}
        title={
          <span dir="auto" className="[overflow-wrap:anywhere]">
            {state.fileName}
          </span>
        }
        lead={leadOf(state)}
      />
      <div className="space-y-6">
        <Facts facts={factsOf(state)} />
        {state.ignored.length > 0 && (
          <Notice title="Columns that are not read">
            <span dir="auto">{state.ignored.join(", ")}</span>
          </Notice>
        )}
        {state.status === "running" && (
          <Card>
            <ProgressBar label="Rows brought in" value={state.position} of={state.rows} withFigures />
          </Card>
        )}
        {state.status === "checked" && <Decision state={state} form={actionData} />}
        {state.status === "done" && (
          <LinkButton look="primary" to="/console/customers?sort=-createdAt">
            Open the customers
          </LinkButton>
        )}
      </div>
      {state.errors.length > 0 && (
        <Section
          title="Rows that are left out"
          note={
            state.errorCount > state.errors.length
              ? `The first ${state.errors.length} of ${state.errorCount} faults. Mend the file and upload it again: what is in already changes nothing.`
              : "Mend the file and upload it again: what is in already changes nothing."
          }
        >
          <ImportErrors errors={state.errors} />
        </Section>
      )}
    </>
  );
}

function Decision({ state, form }: { state: CustomerImport; form: FormState | undefined }) {
  const changes = state.opened + state.changed;
  return (
    <Card>
      <div className="flex flex-wrap items-start gap-2">
        {changes > 0 && (
          <Form state={form} intent="start">
            <Button look="primary">Bring in {countOf(changes, "customer")}</Button>
          </Form>
        )}
        <Form state={form} intent="discard">
          <Button>Give it up</Button>
        </Form>
        <LinkButton look="quiet" to="/console/customers/imports">
          Choose another file
        </LinkButton>
      </div>
      <p className="mt-3 text-13 text-muted">
        {changes > 0
          ? `Rows that name no currency get ${state.defaults.currency}. Nobody is sent a mail.`
          : "There is nothing in this file to bring in."}
      </p>
    </Card>
  );
}

function leadOf({ status }: CustomerImport): string {
  if (status === "checked") return "This is what the file would do. Nothing is brought in yet.";
  if (status === "running") return "It goes on in the background; you can leave this page.";
  if (status === "discarded") return "Nothing of it was brought in.";
  return "This is what the file did.";
}

function factsOf(state: CustomerImport) {
  const isPlan = state.status === "checked" || state.status === "discarded";
  return [
    { label: isPlan ? "New customers" : "Customers added", value: <Figure value={state.opened} /> },
    {
      label: isPlan ? "Customers that change" : "Customers changed",
      value: <Figure value={state.changed} />,
    },
    { label: "The same already", value: <Figure value={state.unchanged} /> },
    {
      label: "Faults",
      value: <Figure value={state.errorCount} />,
      tone: state.errorCount > 0 ? ("caution" as const) : undefined,
    },
  ];
}
