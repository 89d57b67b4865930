import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import type { Page } from "playwright-core";
import { assertAccessible } from "#test/e2e/axe.ts";
import { eventually } from "#test/e2e/buyer.ts";
import { ownerJourney } from "#test/e2e/journey.ts";
import { OWNER } from "#test/e2e/owner.ts";
import { api } from "#test/e2e/short-course.ts";
import { scorm12 } from "#test/factories/zip.ts";

// What an honest package does, and what a hostile one would try: both say on the page what came of it.
const LIB = `var api = window.API;
function said(text) { document.getElementById("said").insertAdjacentHTML("beforeend", "<span>" + text + "</span> "); }
function tryTo(name, work) { try { work(); said(name + ": yes"); } catch (e) { said(name + ": no"); } }
addEventListener("load", function () {
  said("begun: " + api.LMSInitialize(""));
  said("place: " + api.LMSGetValue("cmi.core.lesson_location"));
  tryTo("house", function () { return parent.document.title; });
  said("cookie: '" + document.cookie + "'");
  fetch("data.json").then(function (r) { return r.json(); }).then(function (d) { said("own file: " + d.ok); });
  fetch("/api/v1/me", { credentials: "include" })
    .then(function (r) { said("session: " + r.status); }, function () { said("session: refused"); });
  api.LMSSetValue("cmi.core.lesson_location", "page 3");
  said("kept: " + api.LMSCommit(""));
});
function finish() {
  api.LMSSetValue("cmi.core.score.raw", "90");
  api.LMSSetValue("cmi.core.lesson_status", "completed");
  said("ended: " + api.LMSFinish(""));
}
`;

interface Import {
  status: string;
  courseId: string | null;
  error: { message: string } | null;
}

const importUntil = (page: Page, importId: string, wanted: string) =>
  eventually(async () => {
    const state = await api<Import>(page, `GET /academy/imports/${importId}`);
    if (state.error) assert.fail(state.error.message);
    return state.status === wanted ? state : undefined;
  });

/** Brings a package in, publishes its course and enrols the owner; answers where it is opened. */
async function bringIn(page: Page): Promise<string> {
  const { origin } = new URL(page.url());
  const upload = await page.request.post(`${origin}/api/v1/files?name=roofs.zip`, {
    data: await scorm12({ "content/lib.js": LIB, "content/data.json": '{"ok":true}' }),
    headers: { origin, "content-type": "application/zip" },
  });
  const { fileId } = (await upload.json()) as { fileId: string };
  const { importId } = await api<{ importId: string }>(page, "POST /academy/imports", { fileId });
  await importUntil(page, importId, "ready");
  await api(page, `POST /academy/imports/${importId}/confirmation`, {});
  const { courseId } = await importUntil(page, importId, "done");
  await api(page, `POST /academy/courses/${courseId}/publication`, {});
  await api(page, `POST /academy/courses/${courseId}/enrollments`, { email: OWNER.email, name: OWNER.name });
  const { items } = await api<{ items: { packageId: string }[] }>(
    page,
    `GET /academy/packages?courseId=${courseId}`,
  );
  return `${origin}/learn/roofs-gutters/packages/${items[0]?.packageId}`;
}

describe("a SCORM package", () => {
  const journey = ownerJourney();
  let address: string;
  before(async () => {
    address = await bringIn(journey.page());
    journey.page().setDefaultTimeout(15_000);
  });
  const said = (text: string | RegExp) => journey.page().frameLocator("iframe").getByText(text).waitFor();
  const open = async (button: string) => {
    await journey.page().goto(address);
    await journey.page().getByRole("button", { name: button, exact: true }).first().click();
  };
  const finish = async () => {
    const inside = journey
      .page()
      .frames()
      .find((one) => one.url().includes("/packages/") && one.parentFrame());
    assert.ok(inside);
    await inside.evaluate("finish()");
    await said("ended: true");
  };

  it("keeps what the student does, and reaches nothing of the house", async () => {
    const page = journey.page();
    await page.goto(address);
    await assertAccessible(page);
    await open("Start");
    for (const text of ["begun: true", "house: no", "cookie: ''", "own file: true", "kept: true"])
      await said(text);
    await said(/session: (401|refused)/);
    await page.getByText("Everything so far is saved.").waitFor();
    await assertAccessible(page);
  });

  it("goes on where it was, and completes the lesson with its score", async () => {
    const page = journey.page();
    await open("Start");
    await said("place: page 3");
    await finish();
    await page.getByText("Done, 90 %").waitFor();
    await open("Go on");
    await said("begun: true");
    await finish();
    const { completedAt } = await api<{ completedAt: string | null }>(
      page,
      "GET /learn/courses/roofs-gutters",
    );
    assert.ok(completedAt, "the only lesson completes the course");
  });
});
