import { Form } from "#web/forms/form.tsx";
import type { FormState } from "#web/forms/form-state.ts";
import { Button } from "#web/ui/button.tsx";
import { Disclosure } from "#web/ui/disclosure.tsx";
import { Section } from "#web/ui/section.tsx";
import { TextArea } from "#web/ui/text-area.tsx";

interface SummaryProps {
  summary: string;
  mayWrite: boolean;
  state: FormState | undefined;
}

/** What people say of the week, above what was drafted. */
export function ReviewSummary({ summary, mayWrite, state }: SummaryProps) {
  return (
    <Section title="In our words">
      {summary ? (
        <div dir="auto" className="max-w-measure text-16 whitespace-pre-line [overflow-wrap:anywhere]">
          {summary}
        </div>
      ) : (
        <p className="text-muted">
          {mayWrite
            ? "Say in a few sentences what the week meant and what follows."
            : "Nobody added words of their own."}
        </p>
      )}
      {mayWrite && (
        <div data-screen-only className="mt-1">
          <Disclosure
            summary={summary ? "Change these words" : "Write them"}
            open={state?.intent === "summary"}
          >
            <Form state={state} intent="summary" className="space-y-3">
              <TextArea
                name="summary"
                label="In our words"
                labelHidden
                required={false}
                rows={6}
                maxLength={20_000}
                defaultValue={summary}
              />
              <Button>Keep words</Button>
            </Form>
          </Disclosure>
        </div>
      )}
    </Section>
  );
}
