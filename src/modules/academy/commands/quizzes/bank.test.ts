import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { rows, sql } from "#kernel/db/sql.ts";
import { copyQuestions, readQuestions, renameQuestions } from "#modules/academy/quizzes/copy-questions.ts";
import { readQuizzes } from "#modules/academy/quizzes/quiz-row.ts";
import { paragraph, writeCourse } from "#test/factories/course.ts";
import { asHouse } from "#test/factories/customers.ts";
import { addStudent, QUESTIONS, writeQuiz } from "#test/factories/quiz.ts";
import { openTestApp, type TestApp } from "#test/harness.ts";

describe("the question bank", () => {
  let house: TestApp;
  before(async () => {
    house = await openTestApp();
  });
  after(() => house.close());

  const truth = (answer: boolean) => ({
    prompt: paragraph("Margins are what is left"),
    body: { kind: "true_false" as const, answer },
  });

  it("makes a version of what changed, and none of what did not", async () => {
    const { courseId } = await writeCourse(house);
    const made = await house.call("academy.create_question", { courseId, ...truth(true), tags: ["money"] });
    assert.deepEqual([made.slug, made.version], ["margins-are-what-is-left", 1]);
    const { questionId } = made;
    const tagged = await house.call("academy.revise_question", {
      questionId,
      version: 1,
      tags: ["money", "basics"],
    });
    assert.equal(tagged.version, 1);
    const revised = await house.call("academy.revise_question", { questionId, version: 1, ...truth(false) });
    assert.equal(revised.version, 2);
    await assert.rejects(house.call("academy.revise_question", { questionId, version: 1, points: 2 }), {
      code: "academy.question_changed",
    });
    const detail = await house.call("academy.get_question", { questionId });
    assert.deepEqual(
      detail.versions.map(({ number }) => number),
      [2, 1],
    );
    await assert.rejects(
      house.app.database.db.execute(
        sql`UPDATE academy.question_version SET points = 9 WHERE question_id = ${questionId}`,
      ),
    );
    const copy = await house.call("academy.duplicate_question", { questionId });
    assert.equal(copy.slug, "margins-are-what-is-left-2");
    assert.deepEqual((await house.call("academy.list_question_tags", { courseId })).items, [
      { tag: "basics", questions: 2 },
      { tag: "money", questions: 2 },
    ]);
    const found = await house.call("academy.list_questions", {
      courseId,
      text: "WHAT IS LEFT",
      kind: "true_false",
    });
    assert.equal(found.items.length, 2);
  });

  it("lets one of twenty who change a question at once win", async () => {
    const { courseId } = await writeCourse(house);
    const { questionId } = await house.call("academy.create_question", { courseId, ...truth(true) });
    const changes = await Promise.allSettled(
      Array.from({ length: 20 }, (_, at) =>
        house.call("academy.revise_question", { questionId, version: 1, points: at + 2 }),
      ),
    );
    assert.equal(changes.filter(({ status }) => status === "fulfilled").length, 1);
    const names = await Promise.all(
      Array.from({ length: 20 }, () => house.call("academy.create_question", { courseId, ...truth(true) })),
    );
    assert.equal(new Set(names.map(({ slug }) => slug)).size, 20);
  });

  it("refuses what could not be asked or marked, naming each", async () => {
    const { courseId } = await writeCourse(house);
    const faulty = {
      ...QUESTIONS[0]!,
      slug: "faulty",
      body: { ...QUESTIONS[0]!.body, options: [] as never[] },
    };
    await assert.rejects(house.call("academy.import_questions", { courseId, questions: [faulty as never] }), {
      code: "input.invalid",
    });
    const [one] = QUESTIONS;
    assert.ok(one?.body.kind === "single");
    const none = {
      ...one,
      body: { ...one.body, options: one.body.options.map((option) => ({ ...option, correct: false })) },
    };
    await assert.rejects(
      house.call("academy.import_questions", { courseId, questions: [QUESTIONS[1]!, none] }),
      (error: { code: string; detail: { issues: { path: string }[] } }) =>
        error.code === "academy.question_faulty" &&
        error.detail.issues[0]?.path === "questions.1.body.options",
    );
    const { items } = await house.call("academy.list_questions", { courseId });
    assert.deepEqual(items, []);
  });

  it("keeps a question that a quiz names, and takes others out of new attempts", async () => {
    const quiz = await writeQuiz(house, {
      sections: (ids) => [
        { questionIds: [ids.one!], tags: [] },
        { tags: ["pool"], draw: 2 },
      ],
    });
    const { questionIds, courseId } = quiz;
    await assert.rejects(house.call("academy.archive_question", { questionId: questionIds.one! }), {
      code: "academy.question_used",
    });
    for (const [slug, questionId] of Object.entries(questionIds))
      if (slug !== "one" && slug !== "figure") await house.call("academy.archive_question", { questionId });
    const detail = await house.call("academy.get_quiz", { courseId, quizKey: quiz.quizKey });
    assert.deepEqual(
      detail.sections.map(({ pool, asks }) => [pool, asks]),
      [
        [1, 1],
        [2, 1],
      ],
    );
    assert.match(detail.faults.join(), /Section 2 draws 2 questions but finds only 1/);
    const { actor } = await addStudent(house, courseId);
    const { attemptId } = await house.call(
      "academy.start_attempt",
      { course: quiz.course, quizKey: quiz.quizKey },
      actor,
    );
    const { items } = await house.call("academy.get_my_attempt", { attemptId }, actor);
    assert.deepEqual(
      items.map(({ kind }) => kind),
      ["single", "numeric"],
    );
    await house.call("academy.restore_question", { questionId: questionIds.truth! });
    const { usage } = await house.call("academy.get_question", { questionId: questionIds.truth! });
    assert.deepEqual(
      usage.map((one) => [one.by, one.in]),
      [["tag", ["published"]]],
    );
  });

  it("edits a quiz in the draft alone, one save after the other", async () => {
    const { courseId, quizKey } = await writeQuiz(house);
    const save = (revision: number, title: string) =>
      house.call("academy.save_quiz", { courseId, quizKey, revision, title });
    const saves = await Promise.allSettled(Array.from({ length: 20 }, (_, at) => save(1, `Title ${at}`)));
    assert.equal(saves.filter(({ status }) => status === "fulfilled").length, 1);
    await assert.rejects(save(1, "Late"), { code: "academy.quiz_changed" });
    await assert.rejects(house.call("academy.remove_quiz", { courseId, quizKey }), {
      code: "academy.quiz_placed",
    });
    const { items } = await house.call("academy.list_quizzes", { courseId });
    assert.deepEqual(
      items.map((one) => [one.in.toSorted(), one.questions]),
      [[["draft", "published"], 8]],
    );
    const other = await house.call("academy.add_quiz", { courseId, slug: "other", title: "Other" });
    await house.call("academy.remove_quiz", { courseId, quizKey: other.quizKey });
    const foreign = await writeQuiz(house);
    await assert.rejects(
      house.call("academy.save_quiz", {
        courseId,
        quizKey,
        revision: 2,
        sections: [{ questionIds: [foreign.questionIds.one!] }],
      }),
      { code: "academy.question_unknown" },
    );
  });

  it("goes with a course that is copied", async () => {
    const from = await writeQuiz(house);
    const to = await writeCourse(house, { publish: false });
    const questions = await readQuestions(house.app.database.db, from.courseId);
    const ids = await asHouse(house, (context) =>
      copyQuestions(context, { fromCourseId: from.courseId, toCourseId: to.courseId }),
    );
    assert.deepEqual([...ids.keys()].toSorted(), questions.map(({ id }) => id).toSorted());
    await house.call("academy.add_quiz", { courseId: to.courseId, slug: "copied", title: "Copied" });
    await house.app.database.db.execute(
      sql`UPDATE academy.quiz SET sections = ${JSON.stringify([{ title: "", draw: null, tags: [], questionIds: questions.map(({ id }) => id) }])}
          WHERE curriculum_id = ${to.curriculumId}`,
    );
    await asHouse(house, (context) => renameQuestions(context, to.curriculumId, ids));
    const [copied] = await readQuizzes(house.app.database.db, to.curriculumId);
    assert.deepEqual(
      copied?.sections[0]?.questionIds,
      questions.map(({ id }) => ids.get(id)),
    );
    const mine = await rows(
      house.app.database.db,
      sql`SELECT 1 FROM academy.question WHERE course_id = ${to.courseId}`,
    );
    assert.equal(mine.length, QUESTIONS.length);
  });
});
