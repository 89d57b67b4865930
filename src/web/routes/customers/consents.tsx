import type { z } from "zod";
import { type ConsentText, NewConsentText } from "#modules/people/contract/consents.ts";
import { pageContext } from "#web/context.ts";
import { Form } from "#web/forms/form.tsx";
import type { FormState } from "#web/forms/form-state.ts";
import { done, submit } from "#web/forms/submit.ts";
import type { RouteHandle } from "#web/shell/route-handle.ts";
import { usePermission } from "#web/shell/use-shell.ts";
import { Badge } from "#web/ui/badge.tsx";
import { Button } from "#web/ui/button.tsx";
import { Disclosure } from "#web/ui/disclosure.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import { Section } from "#web/ui/section.tsx";
import { TextArea } from "#web/ui/text-area.tsx";
import { TextInput } from "#web/ui/text-input.tsx";
import { Moment } from "#web/ui/time.tsx";
import type { Route } from "./+types/consents.ts";

type Text = z.output<typeof ConsentText>;

export const handle: RouteHandle = {
  crumb: "Consents",
  notices: { published: "The text is in force. Who agreed to the earlier one is marked as such." },
};

export async function loader({ context }: Route.LoaderArgs) {
  const { items } = await context.get(pageContext).call<{ items: Text[] }>("people.list_consent_texts", {});
  const purposes = [...new Set(items.map(({ purpose }) => purpose))];
  return { texts: purposes.map((purpose) => items.filter((text) => text.purpose === purpose)) };
}

export async function action(args: Route.ActionArgs) {
  return submit(args, "people.publish_consent_text", {
    schema: NewConsentText,
    onSuccess: () => done("/console/customers/consents", "published"),
  });
}

export default function ConsentTexts({ loaderData: { texts }, actionData }: Route.ComponentProps) {
  const mayEdit = usePermission("people:edit");
  return (
    <>
      <PageHeader
        title="Consents"
        lead="What customers are asked to agree to, word for word. Each answer is kept with the version and the hash of the text."
      />
      {texts.map((versions) => {
        const [current] = versions;
        if (!current) return null;
        return (
          <Section key={current.purpose} title={current.title}>
            <TextVersions versions={versions} />
            {mayEdit && <NewVersion text={current} state={actionData} />}
          </Section>
        );
      })}
      {mayEdit && (
        <Section title="Ask for something else">
          <Disclosure summary="New purpose" open={actionData?.intent === "new"}>
            <Form state={actionData} intent="new" className="max-w-form">
              <TextInput
                name="purpose"
                label="Short name"
                hint="Lower-case letters, digits and underscores, such as research. It stays."
                autoComplete="off"
              />
              <TextFields />
              <Button>Put it in force</Button>
            </Form>
          </Disclosure>
        </Section>
      )}
    </>
  );
}

function TextVersions({ versions }: { versions: readonly Text[] }) {
  const [current, ...earlier] = versions;
  if (!current) return null;
  return (
    <div className="max-w-measure">
      <blockquote dir="auto" className="border-s-2 border-line ps-4 whitespace-pre-wrap">
        {current.body}
      </blockquote>
      <p className="mt-2 text-13 text-muted">
        <Badge>Version {current.version}</Badge> in force since <Moment at={current.inForceAt} />
      </p>
      {earlier.length > 0 && (
        <Disclosure summary="Earlier versions">
          <ul className="space-y-3 text-13">
            {earlier.map((text) => (
              <li key={text.version}>
                <p className="text-muted">
                  Version {text.version}, from <Moment at={text.inForceAt} />
                </p>
                <p dir="auto" className="whitespace-pre-wrap">
                  {text.body}
                </p>
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
    </div>
  );
}

function NewVersion({ text, state }: { text: Text; state: FormState | undefined }) {
  const intent = `version-${text.purpose}`;
  return (
    <Disclosure summary="Write a new version" open={state?.intent === intent}>
      <Form state={state} intent={intent} className="max-w-form">
        <input type="hidden" name="purpose" value={text.purpose} />
        <TextFields text={text} />
        <Button>Put it in force</Button>
      </Form>
    </Disclosure>
  );
}

function TextFields({ text }: { text?: Text }) {
  return (
    <>
      <TextInput name="title" label="Title" defaultValue={text?.title} maxLength={80} />
      <TextArea name="body" label="What people agree to" defaultValue={text?.body} rows={4} />
    </>
  );
}
