import { sql } from "#kernel/db/sql.ts";
import { CRITERIA, DAYS, fillLargePlan, METRICS, WORK_PACKAGES } from "./large-plan.ts";
import { machine, openBenchHouse, report, summary, timeRuns } from "./house.ts";
import { openBenchWeb } from "./web.ts";

const RUNS = 40;

const house = await openBenchHouse();
try {
  const { app } = house;
  await fillLargePlan(app);
  const { db } = app.database;
  await db.execute(sql`SELECT 1`);
  const started = performance.now();
  await app.call("playbook.measure_plan", {});
  const judgeAllMs = Math.round(performance.now() - started);
  // As an import of this size does after judging.
  await db.execute(sql`SELECT playbook.refresh_statistics()`);
  const web = await openBenchWeb(app);
  const page = (path: string) => async () => {
    const response = await fetch(`${web.url}${path}`, { headers: { cookie: web.cookies } });
    const body = await response.text();
    if (response.status !== 200)
      throw new Error(`${path} answered ${response.status}: ${body.slice(0, 200)}`);
    return body.length;
  };
  const measured = async (path: string, limitMs: number) => ({
    ...summary(await timeRuns(RUNS, page(path))),
    bytes: await page(path)(),
    limitMs,
  });
  report({
    bench: "plan-at-scale",
    machine: machine(),
    rows: { workPackages: WORK_PACKAGES, criteria: CRITERIA, dailyValues: METRICS * DAYS },
    judgeEverythingMs: judgeAllMs,
    pagesMs: {
      overview: await measured("/console", 150),
      scorecard: await measured("/console/plan/scorecard", 150),
      timeline: await measured("/console/plan/timeline", 1000),
    },
    operationsMs: {
      get_overview: summary(await timeRuns(RUNS, () => app.call("playbook.get_overview", {}))),
      list_targets: summary(await timeRuns(RUNS, () => app.call("playbook.list_targets", {}))),
      get_timeline: summary(await timeRuns(RUNS, () => app.call("playbook.get_timeline", {}))),
    },
  });
  await web.close();
} finally {
  await house.close();
}
