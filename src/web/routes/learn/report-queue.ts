import { get, update } from "idb-keyval";
import type { RecordedActivity } from "#modules/academy/contract/learning.ts";
import type { z } from "zod";
import type { Report } from "./activity-tracker.ts";

/** Reports that wait for a connection, oldest first, by enrolment; the browser's database keeps them over restarts. */
const WAITING = "cairn.activity";
/** The server takes so many at once. */
const BATCH = 100;

type Waiting = Record<string, Report[]>;
type Answer = z.output<typeof RecordedActivity>;

/** Whose reports they are: another person on the same device must not send them as their own. */
export interface Reporter {
  course: string;
  enrollmentId: string;
}

const address = (course: string) => `/api/v1/learn/courses/${encodeURIComponent(course)}/activity`;

/** Keeps a report until the server has it. */
export const keepReport = ({ enrollmentId }: Reporter, report: Report): Promise<void> =>
  update<Waiting>(WAITING, (waiting = {}) => ({
    ...waiting,
    [enrollmentId]: [...(waiting[enrollmentId] ?? []), report],
  }));

const forget = ({ enrollmentId }: Reporter, sent: readonly Report[]): Promise<void> => {
  const ids = new Set(sent.map(({ reportId }) => reportId));
  return update<Waiting>(WAITING, (waiting = {}) => ({
    ...waiting,
    [enrollmentId]: (waiting[enrollmentId] ?? []).filter(({ reportId }) => !ids.has(reportId)),
  }));
};

async function post({ course }: Reporter, reports: readonly Report[]): Promise<Response | undefined> {
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
export async function sendReports(reporter: Reporter): Promise<Answer | undefined> {
  let answer: Answer | undefined;
  for (;;) {
    const batch = ((await get<Waiting>(WAITING))?.[reporter.enrollmentId] ?? []).slice(0, BATCH);
    if (batch.length === 0) return answer;
    const response = await post(reporter, batch);
    if (!response || response.status >= 500 || response.status === 429 || response.status === 401)
      return undefined;
    if (response.ok) answer = (await response.json()) as Answer;
    await forget(reporter, batch);
  }
}
