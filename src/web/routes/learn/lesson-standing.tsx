import { Form } from "#web/forms/form.tsx";
import type { FormState } from "#web/forms/form-state.ts";
import { Button } from "#web/ui/button.tsx";
import { Icon } from "#web/ui/icon.tsx";
import { ProgressBar } from "#web/ui/progress-bar.tsx";
import { Moment } from "#web/ui/time.tsx";
import { progressWords, ruleWords } from "./lesson-words.ts";
import type { LiveProgress } from "./use-activity.ts";
import type { CompletionRule } from "#modules/academy/contract/content.ts";

interface Props {
  rule: CompletionRule;
  live: LiveProgress;
  state?: FormState | null;
}

/** What completes the lesson, and how far it is: the rule and the evidence, for the student to see. */
export function LessonStanding({ rule, live, state }: Props) {
  const { progress, completedAt, isOnline } = live;
  const isSaid = rule.rule === "confirm" || rule.rule === "read";
  return (
    <section aria-label="What completes this lesson" className="mt-12 border-t border-line pt-6">
      <div role="status" className="flex items-start gap-3">
        <span className={completedAt ? "pt-0.5 text-positive" : "pt-0.5 text-muted"}>
          <Icon name={completedAt ? "circle-check" : "circle-dashed"} size={20} />
        </span>
        <div className="min-w-0 flex-1">
          <p className="font-semibold">
            {completedAt ? "Completed" : `To complete: ${ruleWords(rule).toLowerCase()}`}
          </p>
          <p className="mt-0.5 text-14 text-muted">
            {completedAt ? <Moment at={completedAt} /> : progressWords(progress)}
          </p>
          {!completedAt && progress.unit !== "step" && progress.need > 0 && (
            <div className="mt-2 max-w-xs">
              <ProgressBar value={progress.have} of={progress.need} label={ruleWords(rule)} />
            </div>
          )}
          {!isOnline && (
            <p className="mt-2 text-14 text-muted">
              You are offline. What you do is kept on this device and counted once you are back.
            </p>
          )}
        </div>
      </div>
      {!completedAt && isSaid && (
        <Form state={state} className="mt-4 ms-8">
          <Button look="secondary" icon="check">
            {rule.rule === "confirm" ? "I am done" : "Mark as read"}
          </Button>
        </Form>
      )}
    </section>
  );
}
