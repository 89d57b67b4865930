import type { z } from "zod";
import type { activityReport } from "#modules/academy/contract/learning.ts";

/** What a page reports of a student's work; see the contract. */
export type Report = z.input<typeof activityReport>;
type Position = NonNullable<Report["position"]>;
type Stretch = { blockId: string; fromMs: number; toMs: number };

/** After so long without a sign of the reader, in milliseconds, time does not count as spent on the lesson. */
const IDLE_MS = 90_000;
/** A recording that went further than this between two looks was moved, not played. */
const LEAP_MS = 3_000;

/**
 * Adds up what a reader does in a lesson between two reports: time with the page in view and a hand on it, stretches of
 * recordings as they play, and where they are. `now` is the page's own steady clock, in milliseconds.
 */
export class ActivityTracker {
  private activeMs = 0;
  private lastTick: number | null = null;
  private lastSign: number;
  private isVisible = true;
  private played: Stretch[] = [];
  private playing = new Map<string, Stretch>();
  private position: Position | undefined;

  constructor(now: number) {
    this.lastSign = now;
    this.lastTick = now;
  }

  /** The reader moved, typed, scrolled or is listening. */
  sign(now: number): void {
    this.tick(now);
    this.lastSign = now;
  }

  /** The page came into view, or left it. */
  setVisible(isVisible: boolean, now: number): void {
    this.tick(now);
    this.isVisible = isVisible;
    if (isVisible) this.lastSign = now;
  }

  /** Counts the time since the last look, as far as somebody was there. */
  tick(now: number): void {
    if (this.lastTick !== null && this.isVisible) {
      const until = Math.min(now, this.lastSign + IDLE_MS);
      this.activeMs += Math.max(0, until - this.lastTick);
    }
    this.lastTick = now;
  }

  /** A recording is at `atMs`; called often while it plays. A leap begins a new stretch. */
  play(blockId: string, atMs: number): void {
    const at = Math.max(0, Math.round(atMs));
    const current = this.playing.get(blockId);
    this.position = { ...this.position, blockId, atMs: at };
    if (current && at >= current.toMs && at - current.toMs <= LEAP_MS) {
      current.toMs = at;
      return;
    }
    this.stop(blockId);
    this.playing.set(blockId, { blockId, fromMs: at, toMs: at });
  }

  /** A recording stopped or was moved. */
  stop(blockId: string): void {
    const current = this.playing.get(blockId);
    if (current && current.toMs > current.fromMs) this.played.push(current);
    this.playing.delete(blockId);
  }

  /** How far down the page the reader is, 0–1. */
  scroll(share: number): void {
    this.position = { ...this.position, scroll: Math.min(1, Math.max(0, share)) };
  }

  /** What there is to report since the last time; undefined when nothing happened. What plays goes on. */
  take(now: number): Pick<Report, "activeMs" | "played" | "position"> | undefined {
    this.tick(now);
    const { playing } = this;
    this.playing = new Map();
    for (const [blockId, stretch] of playing) {
      const { fromMs, toMs } = stretch;
      if (toMs > fromMs) this.played.push(stretch);
      this.playing.set(blockId, { blockId, fromMs: toMs, toMs });
    }
    if (this.activeMs === 0 && this.played.length === 0 && this.position === undefined) return undefined;
    const report = { activeMs: Math.round(this.activeMs), played: this.played, position: this.position };
    this.activeMs = 0;
    this.played = [];
    this.position = undefined;
    return report;
  }
}
