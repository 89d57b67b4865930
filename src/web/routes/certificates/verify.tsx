import type { BadgeCheck, VerifiedBadge } from "#modules/academy/contract/badges.ts";
import { Form } from "#web/forms/form.tsx";
import { findProblem } from "#web/problem.ts";
import { pageContext } from "#web/context.ts";
import { classNames } from "#web/ui/class-names.ts";
import { FileInput } from "#web/ui/file-input.tsx";
import { Icon } from "#web/ui/icon.tsx";
import { TextArea } from "#web/ui/text-area.tsx";
import { TextLink } from "#web/ui/text-link.tsx";
import { toneText } from "#web/ui/tone.ts";
import { brandClass } from "../shop/brand-link.tsx";
import type { Route } from "./+types/verify.ts";

export const meta: Route.MetaFunction = () => [
  { title: "Check an Open Badge" },
  { name: "robots", content: "noindex" },
];

export const loader = () => null;

type Outcome = { verified: VerifiedBadge } | { message: string };

/** What somebody dropped, as the operation takes it; undefined for nothing. */
async function given(form: FormData) {
  const file = form.get("file");
  if (file instanceof File && file.size > 0)
    return { imageBase64: btoa(String.fromCharCode(...new Uint8Array(await file.arrayBuffer()))) };
  const text = form.get("text");
  return typeof text === "string" && text.trim() ? { text } : undefined;
}

/** Looks at what was given and keeps nothing of it. */
export async function action({ request, context }: Route.ActionArgs): Promise<Outcome> {
  try {
    const badge = await given(await request.formData());
    if (!badge) return { message: "Choose a file or paste the text of a badge." };
    return { verified: await context.get(pageContext).call<VerifiedBadge>("academy.verify_badge", badge) };
  } catch (thrown) {
    const problem = findProblem(thrown);
    if (!problem) throw thrown;
    return {
      message:
        problem.kind === "too_large"
          ? "This file is too large: a badge of ours has at most 60 kB. Give its JSON instead."
          : problem.message,
    };
  }
}

export default function VerifyBadge({ actionData }: Route.ComponentProps) {
  return (
    <div className="mx-auto max-w-[720px] px-4 py-16 sm:px-8">
      <h1 className="text-36 font-bold">Check an Open Badge</h1>
      <p className="mt-4 text-18 text-pretty text-muted">
        Give the badge as a file (JSON, PNG or SVG) or as text. We look whether we issued it, whether it was
        changed, and whether it still counts. Nothing of it is kept.
      </p>
      {actionData && <Answer outcome={actionData} />}
      <Form encType="multipart/form-data" className="mt-10">
        <FileInput
          name="file"
          label="File of the badge"
          accept=".json,.png,.svg,application/json,image/*"
          optional
        />
        <TextArea name="text" label="Or its text" rows={6} mono optional />
        <button type="submit" className={classNames(brandClass, "max-sm:w-full")}>
          Check the badge
        </button>
      </Form>
      <p className="mt-10 text-muted">
        You have the number of a certificate? <TextLink to="/certificates">Check the number</TextLink>
      </p>
    </div>
  );
}

function Answer({ outcome }: { outcome: Outcome }) {
  if ("message" in outcome)
    return (
      <p role="alert" className="mt-8 rounded-control bg-critical-soft px-4 py-3">
        {outcome.message}
      </p>
    );
  const { isValid, checks, badge } = outcome.verified;
  return (
    <section
      role="status"
      aria-labelledby="answer"
      className="mt-8 rounded-card border border-line bg-surface p-6"
    >
      <h2
        id="answer"
        className={classNames(
          "flex items-center gap-3 text-22 font-bold",
          toneText[isValid ? "positive" : "critical"],
        )}
      >
        <Icon name={isValid ? "badge-check" : "circle-x"} size={24} />
        {isValid ? "This badge is genuine and counts" : "This badge does not count"}
      </h2>
      {badge && (
        <p className="mt-2" dir="auto">
          {badge.name}
          <span className="text-muted"> by {badge.issuerName}</span>
        </p>
      )}
      <ul className="mt-5 space-y-3">
        {checks.map((check) => (
          <Check key={check.check} check={check} />
        ))}
      </ul>
      {badge?.serial && (
        <p className="mt-5">
          <TextLink to={`/certificates/${badge.serial}`}>See its certificate, number {badge.serial}</TextLink>
        </p>
      )}
    </section>
  );
}

const OUTCOMES = {
  passed: { icon: "check", tone: "positive", word: "Holds" },
  failed: { icon: "circle-x", tone: "critical", word: "Does not hold" },
  not_checked: { icon: "circle-dashed", tone: "neutral", word: "Not looked at" },
} as const;

const NAMES: Record<BadgeCheck["check"], string> = {
  format: "Shape",
  context: "Terms",
  issuer: "Issuer",
  proof: "Signature",
  period: "Time",
  revocation: "Revoked",
  suspension: "Suspended",
};

function Check({ check: { check, outcome, says } }: { check: BadgeCheck }) {
  const { icon, tone, word } = OUTCOMES[outcome];
  return (
    <li className="flex gap-3">
      <Icon name={icon} size={20} className={classNames("mt-0.5", toneText[tone])} />
      <span className="min-w-0">
        <span className="font-medium">{NAMES[check]}</span>
        <span className="sr-only"> ({word})</span>
        <span className="block text-pretty text-muted">{says}</span>
      </span>
    </li>
  );
}
