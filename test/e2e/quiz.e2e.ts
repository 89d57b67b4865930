import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import type { Page } from "playwright-core";
import { newId } from "#kernel/ids.ts";
import { assertAccessible } from "#test/e2e/axe.ts";
import { ownerJourney } from "#test/e2e/journey.ts";
import { focused, tabTo } from "#test/e2e/keyboard.ts";
import { OWNER } from "#test/e2e/owner.ts";
import { QUESTIONS } from "#test/factories/quiz.ts";

/** What nobody may read before the end: words of keys, and what is told after. */
const KEY = /KEY margin|KEY gap|731\.5|Because of|Remark on/;

/** Sends to the API as the person on the page, and gives what it answers. */
async function send<T>(page: Page, path: string, data: unknown): Promise<T> {
  const { origin } = new URL(page.url());
  const answer = await page.request.post(`${origin}/api/v1${path}`, { data, headers: { origin } });
  if (!answer.ok()) throw new Error(`${path}: ${answer.status()} ${await answer.text()}`);
  return (await answer.json()) as T;
}

/** A course whose one lesson is a quiz with a question of each kind, and the owner as its student. */
async function prepare(page: Page): Promise<string> {
  const { courseId } = await send<{ courseId: string }>(page, "/academy/courses", {
    slug: "quizzed",
    title: "Quizzed",
  });
  const module = await send<{ key: string }>(page, `/academy/courses/${courseId}/modules`, { title: "Part" });
  const { items } = await send<{ items: { questionId: string }[] }>(
    page,
    `/academy/courses/${courseId}/questions/import`,
    {
      questions: QUESTIONS,
    },
  );
  const { quizKey } = await send<{ quizKey: string }>(page, `/academy/courses/${courseId}/quizzes`, {
    slug: "quiz",
    title: "What you know",
    settings: { shuffleQuestions: false, timeLimitMinutes: 30 },
    sections: [{ questionIds: items.map(({ questionId }) => questionId) }],
  });
  await send(page, `/academy/courses/${courseId}/lessons`, {
    moduleKey: module.key,
    slug: "quiz",
    title: "Quiz",
    completion: { rule: "quiz", percent: 70 },
    blocks: [{ id: newId(), kind: "quiz", quizKey }],
  });
  await send(page, `/academy/courses/${courseId}/publication`, {});
  await send(page, `/academy/courses/${courseId}/enrollments`, { email: OWNER.email, name: OWNER.name });
  return `/learn/quizzed/quizzes/${quizKey}`;
}

const heading = (page: Page, name: string | RegExp) =>
  page.getByRole("heading", { level: 1, name }).waitFor();

/** Chooses one of a group by its arrow keys. */
async function choose(page: Page, name: string): Promise<void> {
  await tabTo(page, /^(Option|True|False)/);
  await page.keyboard.press("Space");
  for (let step = 0; step < 5 && (await focused(page)) !== name; step += 1)
    await page.keyboard.press("ArrowDown");
  assert.equal(await focused(page), name);
}

/** Answers the question of each kind by keyboard alone, in the order of the quiz. */
const ANSWERS: readonly ((page: Page) => Promise<void>)[] = [
  (page) => choose(page, "Option r"),
  async (page) => {
    for (const name of [/^Option a/, /^Option b/]) {
      await tabTo(page, name);
      await page.keyboard.press("Space");
    }
  },
  (page) => choose(page, "True"),
  async (page) => {
    await tabTo(page, /^Your answer/);
    await page.keyboard.type("731,5 EUR");
  },
  async (page) => {
    await tabTo(page, /^Your answer/);
    await page.keyboard.type("key Margin");
  },
  async (page) => {
    for (const [at, name] of ["first", "second", "third"].entries()) {
      await tabTo(page, new RegExp(`^Place of ${name}`));
      await page.keyboard.type(String(at + 1));
    }
  },
  async (page) => {
    for (const name of ["x", "y", "z"]) {
      await tabTo(page, new RegExp(`^Left ${name}`));
      await page.keyboard.type(`Right ${name}`);
    }
  },
  async (page) => {
    await tabTo(page, /^Gap 1/);
    await page.keyboard.type("key gap");
    await tabTo(page, /^Gap 2/);
    await page.keyboard.type("yes");
  },
];

describe("a quiz", () => {
  const journey = ownerJourney();
  let quiz: string;
  before(async () => {
    quiz = await prepare(journey.page());
  });

  it("is taken by keyboard alone, keeps each answer over a reload, and tells nothing of its key before the end", async () => {
    const page = journey.page();
    const seen: Promise<string>[] = [];
    page.on("response", (response) => {
      const isText = /html|json|x-script/.test(response.headers()["content-type"] ?? "");
      if (isText && response.url().includes("learn")) seen.push(response.text().catch(() => ""));
    });
    await journey.open(quiz);
    await assertAccessible(page);
    await tabTo(page, /^Start the quiz/);
    await page.keyboard.press("Enter");
    for (const [at, answer] of ANSWERS.entries()) {
      await heading(page, `Question ${at + 1} of 8`);
      await assertAccessible(page);
      await answer(page);
      await page.getByText(/^Saved /).waitFor();
      await tabTo(page, at === 7 ? /^Review and submit/ : /^Next/);
      await page.keyboard.press("Enter");
    }
    await heading(page, "Review and submit");
    await page.reload();
    await page.getByText("All 8 questions are answered.").waitFor();
    await assertAccessible(page);
    for (const text of await Promise.all(seen)) assert.doesNotMatch(text, KEY);
    page.removeAllListeners("response");
    await tabTo(page, /^Submit 8 answers/);
    await page.keyboard.press("Enter");
    await heading(page, "Your result");
    await page.getByText("100 %").waitFor();
    await page.getByText("Because of gaps").waitFor();
    await assertAccessible(page);
    assert.deepEqual(journey.faults(), []);
  });

  it("is taken without scripts: each question a form, an order moved by its buttons", async () => {
    const storageState = await journey.page().context().storageState();
    const page = await journey.window({ javaScriptEnabled: false, storageState });
    const next = () => page.getByRole("button", { name: "Next", exact: true }).click();
    await page.goto(journey.house().url + quiz);
    await page.getByRole("button", { name: "Start another attempt" }).click();
    await page.getByLabel("Option r").check();
    await next();
    await page.getByLabel("Option a").check();
    await page.getByLabel("Option b").check();
    await next();
    await page.getByLabel("True").check();
    await next();
    await page.getByLabel("Your answer").fill("731.5");
    await next();
    await next();
    await heading(page, "Question 6 of 8");
    for (const name of ["fourth", "third", "second", "first"])
      while ((await page.getByLabel(`Place of ${name}`).inputValue()) !== "1")
        await page.getByRole("button", { name: `Move ${name} up` }).click();
    await next();
    await heading(page, "Question 7 of 8");
    for (const name of ["x", "y", "z"]) await page.getByLabel(`Left ${name}`).selectOption(`Right ${name}`);
    await next();
    await page.getByLabel("Gap 1").fill("key gap");
    await page.getByLabel("Gap 2").selectOption("yes");
    await page.getByRole("button", { name: "Review and submit" }).last().click();
    await page.getByText("1 question without an answer").waitFor();
    await page.getByRole("button", { name: "Submit 7 answers" }).click();
    await heading(page, "Your result");
    await page.getByText("87 %").waitFor();
  });
});
