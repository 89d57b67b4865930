import type { z } from "zod";
import type { Review } from "#modules/playbook/contract/reviews.ts";
import { Form } from "#web/forms/form.tsx";
import type { FormState } from "#web/forms/form-state.ts";
import { Button } from "#web/ui/button.tsx";
import { Notice } from "#web/ui/notice.tsx";
import { Section } from "#web/ui/section.tsx";
import { Moment } from "#web/ui/time.tsx";

type Signed = NonNullable<z.output<typeof Review>["signed"]>;

/** Who signed, when, and whether what is shown is still what was signed. */
export function Signature({ signed }: { signed: Signed }) {
  const { at, name, sha256, intact } = signed;
  return (
    <div className="mb-6">
      <Notice
        tone={intact ? "positive" : "critical"}
        title={intact ? `Signed by ${name}` : "What is shown here is not what was signed"}
      >
        <p>
          {intact ? "" : `${name} signed it. `}
          <Moment at={at} />
          {intact && ". What you read is what was signed."}
        </p>
        <p className="mt-1 text-13 text-muted">
          Digest (SHA-256) <code className="font-mono text-12 break-all">{sha256}</code>
        </p>
      </Notice>
    </div>
  );
}

/** Freezes the review under the viewer's name. */
export function SignForm({ state }: { state: FormState | undefined }) {
  return (
    <div data-screen-only className="mt-8">
      <Section
        title="Sign"
        note="Your name, the time and a digest are kept with it. The text changes no more; actions and comments go on."
      >
        <Form state={state} intent="sign">
          <Button look="primary" icon="signature">
            Sign the review
          </Button>
        </Form>
      </Section>
    </div>
  );
}

/** Writes the drafted part anew from what is known now; people's own words stay. */
export function Redraft({ draftedAt, state }: { draftedAt: string; state: FormState | undefined }) {
  return (
    <div data-screen-only className="mt-8 border-t border-line pt-4 text-13 text-muted">
      <Form state={state} intent="redraft" className="flex flex-wrap items-center gap-x-4 gap-y-2 space-y-0">
        <p>
          Drafted <Moment at={draftedAt} ago />. Your words, actions and comments stay when it is drafted
          anew.
        </p>
        <Button size="small" look="quiet" icon="refresh-cw">
          Draft anew
        </Button>
      </Form>
    </div>
  );
}
