import { get, update } from "idb-keyval";
import type { RecordedActivity } from "#modules/academy/contract/learning.ts";
import type { z } from "zod";
import type { Report } from "./activity-tracker.ts";

/** Reports that wait for a connection, oldest first, by course; the browser's database keeps them over restarts. */
const WAITING = "cairn.activity";
/** The server takes so many at once. */
const BATCH = 100;

type Waiting = Record<string, Report[]>;
type Answer = z.output<typeof RecordedActivity>;

const address = (course: string) => `/api/v1/learn/courses/${encodeURIComponent(course)}/activity`;

/** Keeps a report until the server has it. */
export const keepReport = (course: string, report: Report): Promise<void> =>
  update<Waiting>(WAITING, (waiting = {}) => ({
    ...waiting,
    [course]: [...(waiting[course] ?? []), report],
  }));

const forget = (course: string, sent: readonly Report[]): Promise<void> => {
  const ids = new Set(sent.map(({ reportId }) => reportId));
  return update<Waiting>(WAITING, (waiting = {}) => ({
    ...waiting,
    [course]: (waiting[course] ?? []).filter(({ reportId }) => !ids.has(reportId)),
  }));
};

async function post(course: string, reports: readonly Report[]): Promise<Response | undefined> {
  try {
    return await fetch(address(course), {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ course, reports }),
      // The answer to leaving a page must not end with the page.
      keepalive: reports.length === 1,
    });
  } catch {
    return undefined;
  }
}

/**
 * Sends what waits, in order, and gives the newest answer; undefined when the server could not be reached, and then
 * everything still waits. What the server refuses for good is not sent again.
 */
export async function sendReports(course: string): Promise<Answer | undefined> {
  let answer: Answer | undefined;
  for (;;) {
    const batch = ((await get<Waiting>(WAITING))?.[course] ?? []).slice(0, BATCH);
    if (batch.length === 0) return answer;
    const response = await post(course, batch);
    if (!response || response.status >= 500 || response.status === 429 || response.status === 401)
      return undefined;
    if (response.ok) answer = (await response.json()) as Answer;
    await forget(course, batch);
  }
}
