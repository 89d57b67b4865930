import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import type { Page } from "playwright-core";
import { assertAccessible } from "#test/e2e/axe.ts";
import { eventually, signInByMail } from "#test/e2e/buyer.ts";
import { ownerJourney } from "#test/e2e/journey.ts";
import { OWNER } from "#test/e2e/owner.ts";
import { api, writeShortCourse } from "#test/e2e/short-course.ts";

const ZONE = "Europe/Berlin";
const STUDENT = "mila@example.test";

/** The day on which clocks change next, as the zone's own first instant of the new time. */
function nextChange(): Temporal.ZonedDateTime {
  const change = Temporal.Now.zonedDateTimeISO(ZONE).getTimeZoneTransition("next");
  return change ?? assert.fail("Clocks change in this zone");
}

/** What a field of local date and time takes. */
const inField = (at: Temporal.ZonedDateTime) => at.toPlainDateTime().toString({ smallestUnit: "minute" });

describe("a cohort across a change of clocks", () => {
  const journey = ownerJourney();
  const change = nextChange();
  const eve = change.subtract({ days: 1 }).with({ hour: 18, minute: 0 });
  const day = eve.add({ days: 1 });
  let student: Page;
  const setClock = (at: Temporal.ZonedDateTime) =>
    journey.house().cairn("clock", "set", at.toInstant().toString());

  before(async () => {
    // Months may lie between; who was signed in is not any more.
    await setClock(eve.subtract({ hours: 6 }));
    const page = journey.page();
    await journey.open("/sign-in");
    if (page.url().includes("sign-in")) {
      await page.getByLabel("E-mail address").fill(OWNER.email);
      await page.getByLabel("Password", { exact: true }).fill(OWNER.password);
      await page.getByRole("button", { name: "Sign in", exact: true }).click();
      await page.waitForURL(/console/);
    }
    student = await journey.window({ locale: "en-GB", reducedMotion: "reduce" });
  });

  it("is made by staff, with a session at the same hour before and after", async () => {
    const page = journey.page();
    const { courseId } = await writeShortCourse(page, "together");
    await api(page, `POST /academy/courses/${courseId}/enrollments`, {
      email: STUDENT,
      name: "Mila",
      zone: ZONE,
    });
    await journey.open(`/console/academy/cohorts/new?course=${courseId}`);
    await page.getByLabel("Title").fill("Spring");
    await page.getByLabel("First day").fill(eve.toPlainDate().toString());
    await page.getByLabel("Last day").fill(eve.add({ months: 2 }).toPlainDate().toString());
    await page.locator('input[name="zone"]').evaluate((field, zone) => {
      (field as HTMLInputElement).value = zone;
    }, ZONE);
    await page.getByRole("button", { name: "Create the cohort" }).click();
    await page.getByRole("heading", { name: "Spring", level: 1 }).waitFor();
    await assertAccessible(page);
    for (const [title, at] of [
      ["Before", eve],
      ["After", day],
    ] as const) {
      await page.getByRole("link", { name: "Schedule a session" }).click();
      await page.getByLabel("Title").fill(title);
      await page.getByLabel("Starts").fill(inField(at));
      await page.getByLabel("Link to come in").fill("https://meet.example.test/room");
      await page.getByRole("button", { name: "Schedule the session" }).click();
      await page.getByRole("heading", { name: title, level: 1 }).waitFor();
      await assertAccessible(page);
      await page
        .getByRole("link", { name: /Spring$/ })
        .first()
        .click();
      await page.getByRole("heading", { name: "Spring", level: 1 }).waitFor();
    }
    await page
      .getByRole("link", { name: /^Students/ })
      .last()
      .click();
    await page.getByRole("button", { name: "Place in Spring" }).click();
    await page.getByText("The student is placed.").waitFor();
    await assertAccessible(page);
  });

  it("lets students in by the cohort's clock, on both sides", async () => {
    await signInByMail(student, journey.page(), { url: journey.house().url, email: STUDENT });
    for (const at of [eve, day]) {
      await setClock(at.subtract({ minutes: 16 }));
      await student.goto(`${journey.house().url}/learn/together/sessions`);
      await assertAccessible(student);
      assert.equal(await student.getByRole("button", { name: "Come in" }).count(), 0);
      await setClock(at.subtract({ minutes: 14 }));
      // The house hears of its new clock a moment later.
      await eventually(async () => {
        await student.reload();
        return (await student.getByRole("button", { name: "Come in" }).count()) > 0 ? true : undefined;
      });
    }
  });

  it("is noted when they come, and marked by staff", async () => {
    const page = journey.page();
    const { items } = await api<{ items: { sessionId: string; cohortId: string }[] }>(
      student,
      "GET /academy/my/courses/together/sessions",
    );
    const [, after] = items;
    await api(student, `POST /academy/my/sessions/${after?.sessionId}/join`, {});
    await journey.open(`/console/academy/cohorts/sessions/${after?.sessionId}`);
    await page.getByText(/^Came in .*20/).waitFor();
    await page.getByLabel("Attendance of Mila").selectOption("Present");
    await page.getByRole("button", { name: "Keep the attendance" }).click();
    await page.getByText("The attendance is kept.").waitFor();
    await assertAccessible(page);
  });
});
