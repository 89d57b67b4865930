import { Link } from "react-router";
import type { MyOnboarding } from "#modules/academy/contract/coaching.ts";
import { Form } from "#web/forms/form.tsx";
import { Button } from "#web/ui/button.tsx";
import { Card } from "#web/ui/card.tsx";
import { classNames } from "#web/ui/class-names.ts";
import { Icon } from "#web/ui/icon.tsx";

/**
 * A student's first steps in a course, which tick themselves; nothing once they are done or were hidden. `onboarding` is
 * what `academy.get_my_onboarding` gives.
 */
export function OnboardingCard({ course, onboarding }: { course: string; onboarding: MyOnboarding }) {
  const { items, done, isHidden } = onboarding;
  if (isHidden) return null;
  return (
    <Card>
      <section aria-labelledby="first-steps">
        <div className="flex flex-wrap items-baseline justify-between gap-x-4">
          <h2 id="first-steps" className="text-18 font-bold">
            First steps
          </h2>
          <p className="text-14 text-muted tabular-nums">
            {done} of {items.length} done
          </p>
        </div>
        <ul className="mt-3">
          {items.map(({ key, title, isDone, href }) => (
            <li key={key} className="flex min-h-11 items-center gap-3">
              <Icon
                name={isDone ? "circle-check" : "circle"}
                size={20}
                className={isDone ? "text-positive" : "text-muted"}
              />
              {isDone ? (
                <span className="text-muted">
                  {title}
                  <span className="sr-only"> (done)</span>
                </span>
              ) : (
                <Link
                  to={href}
                  className={classNames(
                    "inline-flex min-h-11 items-center underline decoration-control/60 underline-offset-3",
                    "hover:decoration-current",
                  )}
                >
                  {title}
                </Link>
              )}
            </li>
          ))}
        </ul>
        <Form action={`/learn/${course}/plan`} intent="hide" className="mt-2">
          <Button look="quiet" size="small">
            Hide these steps
          </Button>
        </Form>
      </section>
    </Card>
  );
}
