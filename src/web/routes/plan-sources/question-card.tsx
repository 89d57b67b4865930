import type { z } from "zod";
import type { MetricChoices } from "#modules/playbook/contract/measure.ts";
import type { Question as QuestionShape } from "#modules/playbook/contract/sources.ts";
import { Form } from "#web/forms/form.tsx";
import type { FormState } from "#web/forms/form-state.ts";
import { usePermission } from "#web/shell/use-shell.ts";
import { Button } from "#web/ui/button.tsx";
import { Card } from "#web/ui/card.tsx";
import { Combobox } from "#web/ui/combobox.tsx";
import { Disclosure } from "#web/ui/disclosure.tsx";
import type { Option } from "#web/ui/select.tsx";
import { TextArea } from "#web/ui/text-area.tsx";
import { TextInput } from "#web/ui/text-input.tsx";
import { TextLink } from "#web/ui/text-link.tsx";

/** One metric that can be chosen. */
export type MetricChoice = z.output<typeof MetricChoices>["metrics"][number];

interface QuestionCardProps {
  question: z.output<typeof QuestionShape>;
  options: readonly Option[];
  state: FormState | undefined;
}

/** One question: the line it is about, what is asked, and the ways to answer. */
export function QuestionCard({ question, options, state }: QuestionCardProps) {
  const mayEdit = usePermission("playbook:edit");
  const { text, raw, message, answer, nodeId } = question;
  const [line] = question.lines;
  return (
    <Card className="space-y-3">
      <div className="max-w-measure">
        {text && (
          <p dir="auto" className="font-medium [overflow-wrap:anywhere]">
            {text}
          </p>
        )}
        <p className={text ? "mt-0.5 text-muted" : "font-medium"}>{message}</p>
        <p className="mt-0.5 text-13 text-muted">
          {raw && (
            <>
              The number: <span dir="auto">{raw}</span> ·{" "}
            </>
          )}
          <TextLink to={`/console/plan/sources/current?line=${line}#L${line}`}>
            Line {line} of the file
          </TextLink>
          {nodeId && raw && (
            <>
              {" · "}
              <TextLink to={`/console/plan/scorecard/${nodeId}`}>On the scorecard</TextLink>
            </>
          )}
        </p>
      </div>
      {answer !== null && (
        <p>
          <span className="text-muted">Answer: </span>
          <span dir="auto">{answer}</span>
        </p>
      )}
      {answer === null && mayEdit && <Answers question={question} options={options} state={state} />}
    </Card>
  );
}

function Answers({ question: { questionId, nodeId, raw, code }, options, state }: QuestionCardProps) {
  const metricIntent = `metric-${questionId}`;
  const answerIntent = `answer-${questionId}`;
  const asksMetric = code === "metric_unknown" && nodeId !== null && raw !== null;
  const words = (
    <Form state={state} intent={answerIntent} className="max-w-form space-y-3">
      <input type="hidden" name="questionId" value={questionId} />
      <TextArea name="answer" label="Answer" rows={2} required />
      <Button look="secondary">Keep answer</Button>
    </Form>
  );
  if (!asksMetric) return words;
  return (
    <>
      <Form state={state} intent={metricIntent} className="max-w-form space-y-3">
        <input type="hidden" name="nodeId" value={nodeId} />
        <Combobox name="metric" label="What measures it" options={options} placeholder="Choose a metric" />
        <Disclosure summary="None of these: name a key of your own" open={Boolean(state?.values.key?.[0])}>
          <TextInput
            name="key"
            label="Key"
            hint="Two words with a point, such as support.tickets_solved. People report its values until a module measures it."
            optional
          />
        </Disclosure>
        <Button look="secondary">Choose metric</Button>
      </Form>
      <Disclosure summary="Answer in words" open={state?.intent === answerIntent}>
        {words}
      </Disclosure>
    </>
  );
}
