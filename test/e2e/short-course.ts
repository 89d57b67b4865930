import type { Page } from "playwright-core";
import { newId } from "#kernel/ids.ts";

const paragraph = (text: string) => ({
  type: "doc",
  content: [{ type: "paragraph", content: [{ type: "text", text }] }],
});

/** Calls an operation over HTTP as who is signed in on the page. */
export async function api<T>(page: Page, call: string, data?: unknown): Promise<T> {
  const [method = "GET", path = "/"] = call.split(" ");
  const { origin } = new URL(page.url());
  const answer = await page.request.fetch(`${origin}/api/v1${path}`, { method, data, headers: { origin } });
  if (!answer.ok()) throw new Error(`${call}: ${answer.status()} ${await answer.text()}`);
  return (await answer.json()) as T;
}

/** A course of three lessons, read, asked and handed in, with a certificate at its end. */
export async function writeShortCourse(owner: Page, slug: string) {
  const { courseId } = await api<{ courseId: string }>(owner, "POST /academy/courses", {
    slug,
    title: "A short course",
    subtitle: "Three lessons",
    certificate: { title: "Certificate of completion", statement: "has completed the short course" },
  });
  const at = `/academy/courses/${courseId}`;
  const { key: moduleKey } = await api<{ key: string }>(owner, `POST ${at}/modules`, { title: "All of it" });
  const questions: string[] = [];
  for (const [prompt, answer] of [
    ["A price below what a document costs can be made good by volume.", false],
    ["Margin is the price less what the document costs to make.", true],
  ] as const) {
    const { questionId } = await api<{ questionId: string }>(owner, `POST ${at}/questions`, {
      prompt: paragraph(prompt),
      body: { kind: "true_false", answer },
      explanation: paragraph("Each further sale adds what one sale brings."),
    });
    questions.push(questionId);
  }
  const { quizKey } = await api<{ quizKey: string }>(owner, `POST ${at}/quizzes`, {
    slug: "margins",
    title: "Margins",
    settings: { passingPercent: 100, shuffleQuestions: false, shuffleOptions: false },
    sections: [{ questionIds: questions }],
  });
  const { assignmentKey } = await api<{ assignmentKey: string }>(owner, `POST ${at}/assignments`, {
    slug: "plan",
    title: "Your plan",
    brief: paragraph("Write down what you sell, to whom and at what price."),
    rubric: [
      {
        id: newId(),
        title: "Clear",
        levels: [
          { id: newId(), title: "Not yet", points: 0 },
          { id: newId(), title: "Clear", points: 10 },
        ],
      },
    ],
  });
  const lessons = [
    { slug: "read", title: "What a margin is", completion: { rule: "confirm" } },
    {
      slug: "ask",
      title: "Try it",
      completion: { rule: "quiz", percent: 100 },
      block: { kind: "quiz", quizKey },
    },
    {
      slug: "do",
      title: "Do it",
      completion: { rule: "grade", percent: 60 },
      block: { kind: "assignment", assignmentKey },
    },
  ];
  for (const { block, ...lesson } of lessons)
    await api(owner, `POST ${at}/lessons`, {
      ...lesson,
      moduleKey,
      minutes: 3,
      blocks: [
        { id: newId(), kind: "text", text: paragraph(`Words of the lesson “${lesson.title}”.`) },
        ...(block ? [{ id: newId(), ...block }] : []),
      ],
    });
  await api(owner, `POST ${at}/publication`, {});
  return { courseId, quizKey, assignmentKey };
}
