import { weekName } from "../review/week-name.ts";
import type { Happening, Names } from "./types.ts";

type Payload = Happening["payload"];
type Teller = (payload: Payload, names: Names) => string;

const quote = (text: unknown): string => `“${String(text)}”`;
const things = (count: unknown, [one, many]: readonly [string, string]): string =>
  `${String(count)} ${count === 1 ? one : many}`;
const endWithout = (text: unknown): string => String(text).replace(/\.$/, "");
const STATES: Record<string, string> = {
  not_started: "not started",
  on_track: "on track",
  at_risk: "at risk",
  met: "met",
  missed: "missed",
  unknown: "unknown",
};
const CONFIDENCE = ["", "lost", "doubtful", "open", "likely", "sure"] as const;

// What a person did; told after the person's name.
const DONE: Record<string, Teller> = {
  "playbook.plan_imported": ({ first, added, changed, removed }) =>
    first
      ? "imported the plan"
      : `imported a newer plan: ${String(added)} added, ${String(changed)} changed, ${String(removed)} removed`,
  "playbook.value_reported": ({ metric, value, asOfOn }, { metric: named, day }) =>
    `reported ${String(value)} for ${named(metric)}, as of ${day(asOfOn)}`,
  "playbook.gate_opened": ({ gateId }, { thing }) => `opened the ${lower(thing(gateId))}`,
  "playbook.criterion_waived": ({ nodeId, expiresOn }, { thing, day }) =>
    `waived ${quote(thing(nodeId))} until ${day(expiresOn)}`,
  "playbook.evidence_added": ({ kind, title, deliverableIds }, { thing }) => {
    const ids = Array.isArray(deliverableIds) ? deliverableIds : [];
    const whom =
      ids.length === 1 ? quote(thing(ids[0])) : things(ids.length, ["deliverable", "deliverables"]);
    return kind === "note"
      ? `signed a note for ${whom}: ${quote(title)}`
      : `brought the ${String(kind)} ${quote(title)} for ${whom}`;
  },
  "playbook.evidence_withdrawn": ({ title, reason }) => `withdrew ${quote(title)}: ${endWithout(reason)}`,
  "playbook.evidence_bound": ({ deliverableId }, { thing }) =>
    `asked for evidence of ${quote(thing(deliverableId))}`,
  "playbook.evidence_unbound": ({ deliverableId }, { thing }) =>
    `asks for less evidence of ${quote(thing(deliverableId))}`,
  "playbook.risk_changed": ({ text, cause }) => `changed the risk ${quote(text)}: ${endWithout(cause)}`,
  "playbook.node_assigned": ({ text, ownerId }, { person }) =>
    ownerId ? `gave ${quote(text)} to ${person(ownerId)}` : `took ${quote(text)} from its owner`,
  "playbook.due_changed": ({ text, dueOn, reason }, { day }) =>
    `moved the due date of ${quote(text)} to ${dueOn ? day(dueOn) : "no day"}: ${endWithout(reason)}`,
  "playbook.action_assigned": ({ text, assigneeId, dueOn }, { person, day }) =>
    `agreed on ${quote(text)}${assigneeId ? ` with ${person(assigneeId)}` : ""}${dueOn ? `, by ${day(dueOn)}` : ""}`,
  "playbook.action_completed": ({ text }) => `ticked off ${quote(text)}`,
  "playbook.checked_in": ({ nodeId, confidence }, { thing }) =>
    `checked in on ${quote(thing(nodeId))}${typeof confidence === "number" ? `: ${CONFIDENCE[confidence] ?? "open"}` : ""}`,
  "playbook.comment_added": ({ subject }) => `commented on ${quote(subject)}`,
  "playbook.review_signed": ({ week }) => `signed the review of ${weekName(String(week))}`,
  "playbook.experiment_created": ({ title }) => `planned the experiment ${quote(title)}`,
  "playbook.experiment_measured": ({ title }) => `wrote down the result of the experiment ${quote(title)}`,
  "playbook.experiment_decided": ({ title, decision }) =>
    `decided the experiment ${quote(title)}: ${String(decision)}`,
  "playbook.work_package_moved": ({ workPackageId, startsOn, follows }, { thing, day }) =>
    `moved ${quote(thing(workPackageId))} to ${day(startsOn)}${follows ? `; ${things(follows, ["package follows", "packages follow"])}` : ""}`,
  "playbook.work_package_changed": ({ workPackageId, status }, { thing }) =>
    `set ${quote(thing(workPackageId))} to ${String(status)}`,
  "playbook.dependency_added": ({ fromId, toId }, { thing }) =>
    `let ${quote(thing(toId))} wait for ${quote(thing(fromId))}`,
  "playbook.dependency_removed": ({ fromId, toId }, { thing }) =>
    `lets ${quote(thing(toId))} wait for ${quote(thing(fromId))} no more`,
  "playbook.working_calendar_set": () => "changed the working days",
  "playbook.baseline_taken": ({ name }) => `took the baseline ${quote(name)}`,
};

// What followed by itself, whoever set it off.
const HAPPENED: Record<string, Teller> = {
  "playbook.criterion_changed": ({ nodeId, state, reason }, { thing }) =>
    `${quote(thing(nodeId))} is ${STATES[String(state)] ?? String(state)}: ${endWithout(reason)}`,
  "playbook.deliverable_proved": ({ text, reason }) => `${quote(text)} is proved. ${endWithout(reason)}`,
  "playbook.deliverable_reopened": ({ text, reason }) =>
    `${quote(text)} is open again: ${endWithout(reason)}`,
  "playbook.risk_raised": ({ text, to, cause }) =>
    `The risk ${quote(text)} rose${typeof to === "number" ? ` to ${to} of 25` : ""}: ${endWithout(cause)}`,
  "playbook.review_drafted": ({ week, headline }) =>
    `The review of ${weekName(String(week))} is drafted. ${endWithout(headline)}`,
};

const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
const upper = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Tells a fact in one plain sentence without ids. Facts it does not know are told by their title. */
export function tell({ event, title, payload, who }: Happening, names: Names): string {
  const happened = HAPPENED[event];
  if (happened) return `${happened(payload, names)}.`;
  const done = DONE[event];
  if (!done) return who ? `${who}: ${lower(title)}.` : `${title}.`;
  const what = done(payload, names);
  return who ? `${who} ${what}.` : `${upper(`Cairn ${what}`)}.`;
}

/** The events that have a sentence of their own. */
export const toldEvents = (): string[] => [...Object.keys(DONE), ...Object.keys(HAPPENED)];
