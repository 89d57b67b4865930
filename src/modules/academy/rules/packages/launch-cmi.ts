import { toCmiTimespan, toIsoTimespan } from "#modules/academy/rules/packages/cmi-time.ts";

/** What was kept of an item when it is opened again. */
export interface KeptState {
  cmi: Readonly<Record<string, string>>;
  totalMs: number;
  /** The item asked to go on, or its session never came to an end. */
  goesOn: boolean;
}

interface Launch {
  kind: "scorm12" | "scorm2004";
  learner: { id: string; name: string };
  item: { masteryPpm: number | null; launchData: string; maxSeconds: number | null; timeLimitAction: string };
  kept: KeptState | undefined;
}

type Cmi = Record<string, string>;

const without = (cmi: Readonly<Cmi>, names: readonly string[]): Cmi =>
  Object.fromEntries(Object.entries(cmi).filter(([name, value]) => !names.includes(name) && value !== ""));

function launch12({ learner, item, kept }: Launch): Cmi {
  const own = without(kept?.cmi ?? {}, [
    "cmi.core.exit",
    "cmi.core.session_time",
    "cmi.core.entry",
    "cmi.core.total_time",
  ]);
  return {
    ...own,
    "cmi.core.student_id": learner.id,
    "cmi.core.student_name": learner.name,
    "cmi.core.credit": "credit",
    "cmi.core.lesson_mode": "normal",
    "cmi.core.lesson_status": own["cmi.core.lesson_status"] ?? "not attempted",
    "cmi.core.entry": kept ? (kept.goesOn ? "resume" : "") : "ab-initio",
    "cmi.core.total_time": toCmiTimespan(kept?.totalMs ?? 0),
    "cmi.launch_data": item.launchData,
    ...(item.masteryPpm === null
      ? {}
      : { "cmi.student_data.mastery_score": String(item.masteryPpm / 10_000) }),
    ...(item.maxSeconds === null
      ? {}
      : { "cmi.student_data.max_time_allowed": toCmiTimespan(item.maxSeconds * 1000) }),
    ...(item.timeLimitAction ? { "cmi.student_data.time_limit_action": item.timeLimitAction } : {}),
  };
}

function launch2004({ learner, item, kept }: Launch): Cmi {
  // RTE 4.2.8: a session that ended without suspending begins a new attempt, with nothing of the old one.
  const own = kept?.goesOn
    ? without(kept.cmi, ["cmi.exit", "cmi.session_time", "cmi.entry", "cmi.total_time"])
    : {};
  return {
    ...own,
    "cmi.learner_id": learner.id,
    "cmi.learner_name": learner.name,
    "cmi.credit": "credit",
    "cmi.mode": "normal",
    "cmi.entry": kept?.goesOn ? "resume" : "ab-initio",
    "cmi.total_time": toIsoTimespan(kept?.goesOn ? kept.totalMs : 0),
    ...(item.launchData ? { "cmi.launch_data": item.launchData } : {}),
    ...(item.masteryPpm === null ? {} : { "cmi.scaled_passing_score": String(item.masteryPpm / 1_000_000) }),
    ...(item.maxSeconds === null ? {} : { "cmi.max_time_allowed": toIsoTimespan(item.maxSeconds * 1000) }),
    ...(item.timeLimitAction ? { "cmi.time_limit_action": item.timeLimitAction } : {}),
  };
}

/** The data model an item finds when it is opened. Sources: SCORM 1.2 RTE 3.4.4; SCORM 2004 4th Ed. RTE 4.2. */
export const launchCmi = (launch: Launch): Cmi =>
  launch.kind === "scorm12" ? launch12(launch) : launch2004(launch);
