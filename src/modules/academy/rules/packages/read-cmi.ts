import { cmiTimeMs } from "#modules/academy/rules/packages/cmi-time.ts";

/** What a SCORM item says of a student, in one form for 1.2 and 2004. */
export interface CmiResult {
  completion: "not attempted" | "unknown" | "incomplete" | "completed";
  success: "unknown" | "passed" | "failed";
  scorePpm: number | null;
  sessionMs: number;
  /** The item asked to go on where it was. */
  isSuspended: boolean;
}

type Cmi = Readonly<Record<string, string>>;

const PPM = 1_000_000;

const number = (text: string | undefined): number | undefined => {
  const value = text === undefined || text.trim() === "" ? Number.NaN : Number(text);
  return Number.isFinite(value) ? value : undefined;
};

const ppm = (share: number): number => Math.round(Math.min(1, Math.max(0, share)) * PPM);

/** A raw score by its range; without one, of 100. */
function rawPpm(raw: string | undefined, min: string | undefined, max: string | undefined): number | null {
  const [value, low, high] = [number(raw), number(min) ?? 0, number(max) ?? 100];
  if (value === undefined || high <= low) return null;
  return ppm((value - low) / (high - low));
}

function read12(cmi: Cmi, masteryPpm: number | null): CmiResult {
  const status = cmi["cmi.core.lesson_status"] ?? "";
  const scorePpm = rawPpm(cmi["cmi.core.score.raw"], cmi["cmi.core.score.min"], cmi["cmi.core.score.max"]);
  const isJudged =
    masteryPpm !== null && scorePpm !== null && status !== "incomplete" && status !== "not attempted";
  const judged = isJudged && scorePpm >= masteryPpm ? "passed" : "failed";
  const outcome = isJudged ? judged : status;
  const isDone = outcome === "passed" || outcome === "completed" || outcome === "failed";
  const open = outcome === "incomplete" || outcome === "browsed" ? "incomplete" : "not attempted";
  return {
    completion: isDone ? "completed" : open,
    success: outcome === "passed" || outcome === "failed" ? outcome : "unknown",
    scorePpm,
    sessionMs: cmiTimeMs(cmi["cmi.core.session_time"] ?? ""),
    isSuspended: cmi["cmi.core.exit"] === "suspend",
  };
}

function completion2004(cmi: Cmi): CmiResult["completion"] {
  const [threshold, progress] = [
    number(cmi["cmi.completion_threshold"]),
    number(cmi["cmi.progress_measure"]),
  ];
  // RTE 4.2.4: with a threshold the measure decides, whatever the status says.
  if (threshold !== undefined && progress !== undefined)
    return progress >= threshold ? "completed" : "incomplete";
  const status = cmi["cmi.completion_status"];
  return status === "completed" || status === "incomplete" || status === "not attempted" ? status : "unknown";
}

function success2004(cmi: Cmi, masteryPpm: number | null): CmiResult["success"] {
  const scaled = number(cmi["cmi.score.scaled"]);
  const mark =
    number(cmi["cmi.scaled_passing_score"]) ?? (masteryPpm === null ? undefined : masteryPpm / PPM);
  // RTE 4.2.22: with a passing score the scaled score decides.
  if (mark !== undefined) return scaled === undefined ? "unknown" : scaled >= mark ? "passed" : "failed";
  const status = cmi["cmi.success_status"];
  return status === "passed" || status === "failed" ? status : "unknown";
}

function read2004(cmi: Cmi, masteryPpm: number | null): CmiResult {
  const scaled = number(cmi["cmi.score.scaled"]);
  return {
    completion: completion2004(cmi),
    success: success2004(cmi, masteryPpm),
    scorePpm:
      scaled === undefined
        ? rawPpm(cmi["cmi.score.raw"], cmi["cmi.score.min"], cmi["cmi.score.max"])
        : ppm(scaled),
    sessionMs: cmiTimeMs(cmi["cmi.session_time"] ?? ""),
    isSuspended: cmi["cmi.exit"] === "suspend",
  };
}

/**
 * What the committed data model of an item says. Sources: SCORM 1.2 RTE 3.4.4; SCORM 2004 4th Ed. RTE 4.2. `masteryPpm` is
 * the mark of the manifest.
 */
export const readCmi = (kind: "scorm12" | "scorm2004", cmi: Cmi, masteryPpm: number | null): CmiResult =>
  kind === "scorm12" ? read12(cmi, masteryPpm) : read2004(cmi, masteryPpm);

/** Nothing that was reached is lost by coming back: the better of what was and what is. */
export function bestOf(
  before: Omit<CmiResult, "sessionMs" | "isSuspended"> | undefined,
  now: CmiResult,
): CmiResult {
  if (!before) return now;
  const scores = [before.scorePpm, now.scorePpm].filter((score) => score !== null);
  return {
    ...now,
    completion: before.completion === "completed" ? "completed" : now.completion,
    success: before.success === "passed" ? "passed" : now.success,
    scorePpm: scores.length > 0 ? Math.max(...scores) : null,
  };
}

/** Complete for the lesson: done, and not failed. */
export const isItemComplete = ({ completion, success }: Pick<CmiResult, "completion" | "success">): boolean =>
  success === "passed" || (completion === "completed" && success !== "failed");
