import type { RouterContextProvider } from "react-router";
import { data, redirect } from "react-router";
import type { z } from "zod";
import { pageContext } from "#web/context.ts";
import { coerce } from "#web/forms/coerce.ts";
import type { FormState } from "#web/forms/form-state.ts";
import { refusedForm } from "#web/forms/form-state.ts";
import { issueText } from "#web/forms/issue-text.ts";
import type { RawForm } from "#web/forms/raw-form.ts";
import { readForm } from "#web/forms/raw-form.ts";
import type { Problem } from "#web/problem.ts";
import { fieldPath, findProblem, problemResponse, problemStatus } from "#web/problem.ts";

/** What an action has in hand; the arguments of a route's `action` fit. */
export interface ActionArgs {
  request: Request;
  context: Readonly<RouterContextProvider>;
}

export interface SubmitOptions<Output> {
  /** The operation's input, from the module's `contract.ts`. */
  schema: z.ZodType;
  /** Adds what the address knows and the form does not (`params.id`), or reshapes; runs before coercion. */
  map?: (form: RawForm) => Record<string, unknown>;
  /** Where to go after success; back to the same page with the notice `saved` unless given. */
  onSuccess?: (output: Output) => Response | Promise<Response>;
}

/**
 * The whole life of a posted form: reads it, checks its CSRF token, turns strings into the schema's types,
 * calls the operation (its name, or a function of the parsed input), and either redirects or gives the page its form back with errors and values
 * (422; 409 on a conflict). Works the same for a plain post and for a scripted one.
 * Throws a problem response when the token is wrong (403 `web.form_expired`) and for refusals that no field
 * can mend: `not_found`, `forbidden`, `unauthenticated`, `unavailable`, `unexpected`.
 */
export async function submit<Output = unknown>(
  args: ActionArgs,
  operation: string | ((input: never) => Promise<Output>),
  options: SubmitOptions<Output>,
) {
  const page = args.context.get(pageContext);
  const form = await readFormData(args.request);
  if (!sameText(String(form.get("csrf") ?? ""), page.csrf)) throw problemResponse(formExpired);

  const raw = options.map ? { ...options.map(readForm(form)) } : readForm(form);
  const parsed = options.schema.safeParse(coerce(options.schema, raw as RawForm), { error: issueText });
  if (!parsed.success) return refuse(form, invalid(parsed.error));

  let output: Output;
  try {
    const input = parsed.data as never;
    output = await (typeof operation === "string" ? page.call<Output>(operation, input) : operation(input));
  } catch (thrown) {
    const problem = findProblem(thrown);
    if (!problem) throw thrown;
    if (!mendable.has(problem.kind)) throw problemResponse({ requestId: page.requestId, ...problem });
    return refuse(form, problem);
  }
  return options.onSuccess ? options.onSuccess(output) : done(pathOf(args.request), "saved");
}

/** Redirects after success; the notice is a code, its text comes from the page or from `notices.ts`. */
export function done(path: string, notice?: string): Response {
  if (!notice) return redirect(path);
  const url = new URL(path, "http://page.invalid");
  url.searchParams.set("notice", notice);
  return redirect(url.pathname + url.search + url.hash);
}

const mendable = new Set(["invalid", "conflict", "rate_limited", "too_large", "payment_required"]);

const formExpired: Problem = {
  kind: "forbidden",
  code: "web.form_expired",
  message: "This form is no longer valid. Go back, reload the page and send it again.",
  issues: [],
};

async function readFormData(request: Request): Promise<FormData> {
  try {
    return await request.formData();
  } catch (thrown) {
    // A form in pieces that grew past its limit says so itself.
    throw problemResponse(
      findProblem(thrown) ?? {
        kind: "invalid",
        code: "web.form_unreadable",
        message: "The form did not arrive whole. Go back and send it again.",
        issues: [],
      },
    );
  }
}

function invalid(error: z.ZodError): Problem {
  const issues = error.issues.map(({ path, message }) => ({ path: fieldPath(path), message }));
  return { kind: "invalid", code: "web.form_invalid", message: "", issues };
}

function refuse(form: FormData, problem: Problem) {
  return data<FormState>(refusedForm(form, problem), { status: problemStatus[problem.kind] });
}

function pathOf(request: Request): string {
  const { pathname, search } = new URL(request.url);
  return pathname.replace(/\.data$/u, "") + search;
}

// Takes the same time wherever the texts differ, so that answers do not tell how much of a token was right.
function sameText(given: string, expected: string): boolean {
  let difference = given.length ^ expected.length;
  for (let at = 0; at < given.length; at++)
    difference |= given.charCodeAt(at) ^ expected.charCodeAt(at % expected.length);
  return difference === 0 && expected.length > 0;
}
