import type { ComponentProps, ReactNode } from "react";
import { useEffect, useId, useRef } from "react";
import { Form as RouterForm, useRouteLoaderData } from "react-router";
import { controlId, FormContext } from "#web/forms/form-context.ts";
import type { FormState } from "#web/forms/form-state.ts";
import { classNames } from "#web/ui/class-names.ts";
import { Icon } from "#web/ui/icon.tsx";

interface FormProps extends Omit<ComponentProps<typeof RouterForm>, "children"> {
  /** The route's `actionData`: a refused form, or nothing. */
  state?: FormState | null;
  /** Names this form where a page has several; the action reads it as the field `intent`. */
  intent?: string;
  /** What fields are called in the summary of errors, where their names do not say it: field path to label. */
  names?: Record<string, string>;
  children: ReactNode;
}

/**
 * A form that posts with and without scripts. Carries the CSRF token, gives its fields their errors and their
 * kept values, and shows what is wrong at the top, with links to the fields; focus goes there after a refusal.
 */
export function Form({ state, intent, names, method = "post", className, children, ...rest }: FormProps) {
  const id = useId();
  const root = useRouteLoaderData<{ csrf: string }>("root");
  const refused = state && state.intent === (intent ?? null) ? state : null;
  return (
    <FormContext value={{ id, state: refused }}>
      <RouterForm {...rest} method={method} noValidate className={classNames("space-y-5", className)}>
        {method !== "get" && <input type="hidden" name="csrf" value={root?.csrf ?? ""} />}
        {intent && <input type="hidden" name="intent" value={intent} />}
        {refused && hasFaults(refused) && <ErrorSummary id={id} state={refused} names={names} />}
        {children}
      </RouterForm>
    </FormContext>
  );
}

// A form may come back only to ask for something else, with what was entered and nothing to mend.
const hasFaults = ({ message, errors }: FormState): boolean =>
  message !== null || Object.keys(errors).length > 0;

interface ErrorSummaryProps {
  id: string;
  state: FormState;
  names?: Record<string, string>;
}

function ErrorSummary({ id, state, names }: ErrorSummaryProps) {
  const box = useRef<HTMLDivElement>(null);
  const errors = Object.entries(state.errors);
  // A new refusal is a new state object: bring readers to it once.
  useEffect(() => {
    if (state.errors) box.current?.focus();
  }, [state]);
  return (
    <div
      ref={box}
      role="alert"
      tabIndex={-1}
      className="flex gap-2.5 rounded-control bg-critical-soft px-3.5 py-3 outline-offset-2"
    >
      <Icon name="circle-alert" className="mt-0.5 text-critical" />
      <div className="min-w-0">
        <p className="font-medium">
          {state.message ?? `Check ${errors.length === 1 ? "one field" : `${errors.length} fields`}`}
        </p>
        {errors.length > 0 && (
          <ul className="mt-1 space-y-0.5">
            {errors.map(([path, message]) => (
              <li key={path}>
                <a href={`#${controlId(id, path)}`} className="underline underline-offset-3">
                  {names?.[path] ?? fieldWords(path)}: {message}
                </a>
              </li>
            ))}
          </ul>
        )}
      </div>
    </div>
  );
}

// `items.0.dueOn` reads "Due on": close to the label, which the summary cannot know before scripts run. People type
// amounts and percentages, whatever unit the schema takes them in.
function fieldWords(path: string): string {
  const key = path.split(".").findLast((part) => !/^\d+$/u.test(part)) ?? path;
  const words = key
    .replace(/(?<=[a-z])(?:Minor|Ppm)$/u, "")
    .replaceAll(/([a-z])([A-Z])/gu, "$1 $2")
    .replaceAll(/[_-]/gu, " ")
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
