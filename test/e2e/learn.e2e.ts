import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import type { Page } from "playwright-core";
import { assertAccessible } from "#test/e2e/axe.ts";
import { eventually, orderAs, signInByMail } from "#test/e2e/buyer.ts";
import { ownerJourney } from "#test/e2e/journey.ts";
import { api, writeShortCourse } from "#test/e2e/short-course.ts";

const STUDENT = "lena@example.test";

interface Course {
  done: number;
  completedAt: string | null;
  modules: { lessons: { slug: string; isOpen: boolean; completedAt: string | null }[] }[];
}
interface Submissions {
  items: { submissionId: string; version: number }[];
}

describe("learning", () => {
  const journey = ownerJourney();
  let student: Page;
  let ids: Awaited<ReturnType<typeof writeShortCourse>>;
  before(async () => {
    student = await journey.window({ locale: "de-DE", reducedMotion: "reduce" });
    await api(journey.page(), "POST /academy/starter-course", {});
    ids = await writeShortCourse(journey.page(), "short");
  });
  const at = (path: string) => `${journey.house().url}${path}`;
  const show = async (path: string) => {
    await student.goto(at(path));
    await student.getByRole("heading", { level: 1 }).waitFor();
    await assertAccessible(student);
  };
  const course = () => api<Course>(student, "GET /learn/courses/short");

  it("begins the moment the course is paid, at the first lesson", async () => {
    const { url } = journey.house();
    await orderAs(student, url, { link: /^Buy/, email: STUDENT, provider: "Sandbox" });
    await student.waitForURL(/sandbox\/payments/);
    await student.getByRole("button", { name: "Pay", exact: true }).click();
    await student.waitForURL(/thanks/);
    await signInByMail(student, journey.page(), { url, email: STUDENT });
    await eventually(async () => {
      await student.goto(at("/learn"));
      return (await student.getByRole("link", { name: "Begin" }).count()) > 0 ? true : undefined;
    });
    await assertAccessible(student);
    await student.getByRole("link", { name: "AI Business Mastery" }).click();
    await student.getByRole("link", { name: "Begin" }).waitFor();
    await assertAccessible(student);
    await student.getByRole("link", { name: "Begin" }).click();
    await student.waitForURL(/lessons/);
    await student.getByText("To complete: spend").waitFor();
    await assertAccessible(student);
  });

  it("goes from lesson to lesson, and says what completes each", async () => {
    await api(journey.page(), `POST /academy/courses/${ids.courseId}/enrollments`, {
      email: STUDENT,
      name: "Lena",
    });
    await show("/learn/short");
    await student.getByRole("link", { name: "Begin" }).click();
    await student.getByText("To complete: say that you are done").waitFor();
    await student.getByRole("button", { name: "I am done" }).click();
    await student.getByText("Completed", { exact: true }).waitFor();
    await student.getByRole("link", { name: /^Next/ }).click();
    await student.waitForURL(/lessons\/ask/);
    await student.getByText("Best result 0 %, 100 % needed").waitFor();
  });

  it("takes a quiz with the keyboard alone", async () => {
    await student.getByRole("link", { name: "Open the quiz" }).focus();
    await student.keyboard.press("Enter");
    await student.waitForURL(/quizzes/);
    await assertAccessible(student);
    const press = async (name: string) => {
      await student.getByRole("button", { name, exact: true }).first().focus();
      await student.keyboard.press("Enter");
    };
    await press("Start the quiz");
    for (const [answer, onwards] of [
      ["False", "Next"],
      ["True", "Review and submit"],
    ] as const) {
      await student.getByRole("radio", { name: answer }).waitFor();
      await assertAccessible(student);
      await student.getByRole("radio", { name: answer }).focus();
      await student.keyboard.press("Space");
      await press(onwards);
    }
    await student.getByRole("button", { name: "Submit 2 answers" }).waitFor();
    await assertAccessible(student);
    await press("Submit 2 answers");
    await student.getByText("100 %").first().waitFor();
    await assertAccessible(student);
    assert.equal((await course()).modules[0]?.lessons[1]?.completedAt === null, false);
  });

  it("hands in work, which is marked", async () => {
    await show(`/learn/short/assignments/${ids.assignmentKey}`);
    await api(student, `PUT /academy/my/courses/short/assignments/${ids.assignmentKey}/draft`, {
      text: { type: "doc", content: [{ type: "paragraph", content: [{ type: "text", text: "My plan." }] }] },
      revision: 0,
    });
    await student.reload();
    await student
      .getByRole("button", { name: /Hand in/ })
      .first()
      .click();
    await student.waitForURL(/notice=submitted/);
    const owner = journey.page();
    const { items } = await api<Submissions>(owner, "GET /academy/submissions");
    const { submissionId } = items[0]!;
    await owner.goto(at(`/console/academy/assignments/submissions/${submissionId}`));
    await assertAccessible(owner);
    await markWith(owner, submissionId);
    assert.ok((await course()).completedAt, "the last lesson completes the course");
  });

  async function markWith(owner: Page, submissionId: string) {
    interface Submission {
      version: number;
      rubric: { id: string; levels: { id: string; points: number }[] }[];
    }
    const claimed = await api<{ version: number }>(
      owner,
      `POST /academy/submissions/${submissionId}/claim`,
      {},
    );
    const { rubric } = await api<Submission>(owner, `GET /academy/submissions/${submissionId}`);
    await api(owner, `PUT /academy/submissions/${submissionId}/mark`, {
      version: claimed.version,
      criteria: rubric.map(({ id, levels }) => ({ criterionId: id, levelId: levels[1]!.id })),
      isDone: true,
    });
    await api(owner, "POST /academy/submissions/release", { submissionIds: [submissionId] });
  }

  it("ends with a certificate that a visitor can check", async () => {
    await eventually(async () => {
      await student.goto(at("/learn/certificates"));
      return (await student.getByText("A short course").count()) > 0 ? true : undefined;
    });
    await assertAccessible(student);
    const { items } = await api<{ items: { serial: string }[] }>(student, "GET /learn/certificates");
    const visitor = await journey.window({ reducedMotion: "reduce" });
    await visitor.goto(at(`/certificates/${items[0]!.serial}`));
    await visitor.getByText(/valid/i).first().waitFor();
    assert.equal(await visitor.locator("script").count(), 0, "public pages carry no script");
    await assertAccessible(visitor);
  });
});
