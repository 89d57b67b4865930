import type { IconName } from "#web/ui/icons.ts";
import type { Tone } from "#web/ui/tone.ts";

/** How one state looks: colour, picture and word together, so that none of them carries it alone. */
export interface StateLook {
  tone: Tone;
  icon: IconName;
  word: string;
}

/** States of targets, deliverables, work, reviews and jobs, as the operations name them. */
export const stateKinds = {
  met: { tone: "positive", icon: "check", word: "Met" },
  on_track: { tone: "accent", icon: "clock", word: "On track" },
  at_risk: { tone: "caution", icon: "triangle-alert", word: "At risk" },
  missed: { tone: "critical", icon: "circle-x", word: "Missed" },
  unknown: { tone: "neutral", icon: "circle-help", word: "Unknown" },
  not_started: { tone: "neutral", icon: "circle-dashed", word: "Not started" },
  proved: { tone: "positive", icon: "badge-check", word: "Proved" },
  open: { tone: "neutral", icon: "circle", word: "Open" },
  reopened: { tone: "critical", icon: "rotate-ccw", word: "Reopened" },
  in_progress: { tone: "accent", icon: "circle-dot", word: "In progress" },
  done: { tone: "positive", icon: "check", word: "Done" },
  late: { tone: "caution", icon: "calendar-clock", word: "Late" },
  slipped: { tone: "caution", icon: "triangle-alert", word: "Slipped" },
  raised: { tone: "accent", icon: "diamond", word: "Raised" },
  waived: { tone: "caution", icon: "signature", word: "Waived" },
  signed: { tone: "positive", icon: "signature", word: "Signed" },
  draft: { tone: "neutral", icon: "pencil", word: "Draft" },
  waiting: { tone: "neutral", icon: "timer", word: "Waiting" },
  running: { tone: "accent", icon: "refresh-cw", word: "Running" },
  failed: { tone: "critical", icon: "circle-alert", word: "Failed" },
  paused: { tone: "neutral", icon: "pause", word: "Paused" },
  closed: { tone: "neutral", icon: "lock", word: "Closed" },
} as const satisfies Record<string, StateLook>;

export type StateKind = keyof typeof stateKinds;

/** The look of a state's name that comes from an operation; unknown names look unknown. */
export function stateLook(kind: string): StateLook {
  return Object.hasOwn(stateKinds, kind) ? stateKinds[kind as StateKind] : stateKinds.unknown;
}
