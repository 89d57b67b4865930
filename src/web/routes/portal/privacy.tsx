import type { z } from "zod";
import { type Consents, SetConsent } from "#modules/people/contract/consents.ts";
import { type ErasureRequest, OneErasureRequest } from "#modules/people/contract/erasure.ts";
import { NewErasureRequest } from "#modules/people/contract/portal.ts";
import { pageContext } from "#web/context.ts";
import { Form } from "#web/forms/form.tsx";
import type { FormState } from "#web/forms/form-state.ts";
import { done, submit } from "#web/forms/submit.ts";
import type { RouteHandle } from "#web/shell/route-handle.ts";
import { Button, LinkButton } from "#web/ui/button.tsx";
import { Card } from "#web/ui/card.tsx";
import { Disclosure } from "#web/ui/disclosure.tsx";
import { Notice } from "#web/ui/notice.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import { Section } from "#web/ui/section.tsx";
import { TextArea } from "#web/ui/text-area.tsx";
import { Moment } from "#web/ui/time.tsx";
import type { Route } from "./+types/privacy.ts";
import { SettingsTabs } from "./settings-tabs.tsx";

type ConsentView = z.output<typeof Consents>;
type Request = z.output<typeof ErasureRequest>;

const HERE = "/account/privacy";

export const handle: RouteHandle = {
  crumb: "Your data",
  notices: {
    consent: "Your choice is kept.",
    asked: "We have your request and write to you.",
    withdrawn: "Your request is taken back. Nothing is deleted.",
  },
};

export async function loader({ context }: Route.LoaderArgs) {
  const { call } = context.get(pageContext);
  const [consents, requests] = await Promise.all([
    call<ConsentView>("people.list_my_consents"),
    call<{ items: Request[] }>("people.list_my_erasure_requests"),
  ]);
  return { consents: consents.items, requests: requests.items };
}

export async function action(args: Route.ActionArgs) {
  const intent = String((await args.request.clone().formData()).get("intent")).split(":")[0];
  if (intent === "ask")
    return submit(args, "people.request_my_erasure", {
      schema: NewErasureRequest,
      onSuccess: () => done(HERE, "asked"),
    });
  if (intent === "withdraw")
    return submit(args, "people.withdraw_my_erasure", {
      schema: OneErasureRequest,
      onSuccess: () => done(HERE, "withdrawn"),
    });
  return submit(args, "people.set_my_consent", {
    schema: SetConsent,
    onSuccess: () => done(HERE, "consent"),
  });
}

export default function Privacy({ loaderData: { consents, requests }, actionData }: Route.ComponentProps) {
  return (
    <>
      <PageHeader title="Settings" lead="What we may write to you about, and what we know of you." />
      <SettingsTabs />
      {consents.length > 0 && (
        <Section title="What you agreed to">
          <Card flush className="max-w-[720px]">
            <ul className="divide-y divide-line">
              {consents.map((consent) => (
                <ConsentRow key={consent.purpose} consent={consent} />
              ))}
            </ul>
          </Card>
        </Section>
      )}
      <Section title="Take it with you" note="Everything we know of you, in one file that programs read too.">
        <LinkButton to="/account/data.json" icon="download" reloadDocument>
          Export my data
        </LinkButton>
      </Section>
      <Deletion requests={requests} state={actionData} />
    </>
  );
}

function ConsentRow({
  consent: { purpose, title, body, granted, givenAt },
}: {
  consent: ConsentView["items"][number];
}) {
  return (
    <li className="flex flex-wrap items-start gap-x-6 gap-y-2 px-4 py-3">
      <div className="min-w-0 flex-1">
        <p className="font-medium" dir="auto">
          {title}
        </p>
        <p className="max-w-measure text-14 text-pretty text-muted" dir="auto">
          {body}
        </p>
        <p className="mt-1 text-13 text-muted">
          {granted === null ? "You said nothing about it." : granted ? "You agreed" : "You did not agree"}
          {givenAt && (
            <>
              , <Moment at={givenAt} />
            </>
          )}
        </p>
      </div>
      <Form intent={`consent:${purpose}`} className="">
        <input type="hidden" name="purpose" value={purpose} />
        <input type="hidden" name="granted" value={granted ? "false" : "true"} />
        <Button size="small">
          {granted ? "Take it back" : "Agree"}
          <span className="sr-only">: {title}</span>
        </Button>
      </Form>
    </li>
  );
}

function Deletion({ requests, state }: { requests: readonly Request[]; state: FormState | undefined }) {
  const open = requests.find(({ status }) => status === "open");
  const last = requests.find(({ status }) => status === "refused");
  return (
    <Section title="Delete your data">
      {open ? (
        <Notice title="You asked us to delete your data">
          <p>
            On <Moment at={open.requestedAt} />. We write to you when it is decided.
          </p>
          <Form intent={`withdraw:${open.requestId}`} className="mt-3">
            <input type="hidden" name="requestId" value={open.requestId} />
            <Button size="small">Take the request back</Button>
          </Form>
        </Notice>
      ) : (
        <>
          {last && (
            <p className="mb-3 max-w-measure text-muted">
              Your last request was not followed: <span dir="auto">{last.answer}</span>
            </p>
          )}
          <Disclosure summary="Ask us to delete it" open={state?.intent === "ask"}>
            <Form state={state} intent="ask" className="max-w-[560px] space-y-5">
              <p className="text-pretty text-muted">
                Your name, addresses and all that is only about you is deleted. Invoices have to be kept as
                long as the law says; they keep what stands on them. It cannot be undone.
              </p>
              <TextArea name="note" label="Anything we should know" rows={2} optional />
              <Button look="danger">Ask to delete my data</Button>
            </Form>
          </Disclosure>
        </>
      )}
    </Section>
  );
}
