import { Form } from "#web/forms/form.tsx";
import type { FormState } from "#web/forms/form-state.ts";
import { usePermission } from "#web/shell/use-shell.ts";
import { Badge } from "#web/ui/badge.tsx";
import { Button } from "#web/ui/button.tsx";
import { Disclosure } from "#web/ui/disclosure.tsx";
import { Moment } from "#web/ui/time.tsx";
import type { CustomerPerson } from "./person-detail.ts";

type Consents = CustomerPerson["consents"];

const SOURCES: Record<string, string> = {
  checkout: "at the checkout",
  portal: "on their own page",
  console: "written down here",
  import: "by an import",
  link: "by a link in a mail",
};

/** What a person agreed to, and everything they said before. */
export function PersonConsents({ consents, state }: { consents: Consents; state: FormState | undefined }) {
  return (
    <>
      <ul className="divide-y divide-line border-y border-line">
        {consents.items.map((item) => (
          <ConsentItem key={item.purpose} item={item} state={state} />
        ))}
      </ul>
      {consents.history.length > 0 && (
        <Disclosure summary="Everything they said">
          <ul className="space-y-1 text-13">
            {consents.history.map((entry) => (
              <li key={entry.consentId}>
                {entry.granted ? "Agreed to" : "Took back"} {titleOf(consents, entry.purpose)}, version{" "}
                {entry.textVersion}, {SOURCES[entry.source] ?? entry.source}, <Moment at={entry.givenAt} />
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
    </>
  );
}

const titleOf = ({ items }: Consents, purpose: string): string =>
  items.find((item) => item.purpose === purpose)?.title ?? purpose;

function ConsentItem({ item, state }: { item: Consents["items"][number]; state: FormState | undefined }) {
  const mayEdit = usePermission("people:edit");
  return (
    <li className="flex flex-wrap items-start gap-x-4 gap-y-2 py-3">
      <div className="min-w-0 flex-1 basis-64">
        <p className="font-medium" dir="auto">
          {item.title}
        </p>
        <p className="text-13 text-muted" dir="auto">
          {item.body}
        </p>
        <p className="mt-1 text-13">
          <Answer item={item} />
        </p>
      </div>
      {mayEdit && (
        <Form state={state} intent={`consent-${item.purpose}`}>
          <input type="hidden" name="purpose" value={item.purpose} />
          <input type="hidden" name="granted" value={item.granted ? "false" : "true"} />
          <Button size="small">{item.granted ? "They took it back" : "They agreed"}</Button>
        </Form>
      )}
    </li>
  );
}

function Answer({ item }: { item: Consents["items"][number] }) {
  if (item.granted === null || item.givenAt === null) return <Badge>Not asked</Badge>;
  return (
    <>
      <Badge tone={item.granted ? "positive" : "neutral"}>{item.granted ? "Agreed" : "Not agreed"}</Badge>{" "}
      <span className="text-muted">
        <Moment at={item.givenAt} />
        {!item.isCurrent && ", to an earlier text"}
      </span>
    </>
  );
}
