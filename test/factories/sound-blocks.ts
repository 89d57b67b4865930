import { sql } from "#kernel/db/sql.ts";
import { newId } from "#kernel/ids.ts";
import type { Operations } from "#main/modules.ts";
import { filesOfBlock } from "#modules/academy/rules/authoring/check-block.ts";
import type { Block } from "#modules/academy/contract/content.ts";
import { quizSection, quizSettings } from "#modules/academy/contract/quiz.ts";
import type { TestApp } from "#test/harness.ts";

type Given = NonNullable<Operations["academy.add_lesson"]["input"]["blocks"]>[number];

interface Place {
  courseId: string;
  curriculumId: string;
}

/** A quiz of one question for a key that a test made up. */
async function makeQuiz(house: TestApp, { courseId, curriculumId }: Place, quizKey: string): Promise<void> {
  const { questionId } = await house.call("academy.create_question", {
    courseId,
    prompt: { type: "doc", content: [{ type: "paragraph", content: [{ type: "text", text: "Is it so?" }] }] },
    body: { kind: "true_false", answer: true },
  });
  await house.app.database.db.execute(
    sql`INSERT INTO academy.quiz (id, curriculum_id, key, slug, title, intro, settings, sections)
        VALUES (${newId()}, ${curriculumId}, ${quizKey}, ${`quiz-${quizKey}`}, 'A quiz', '{"type":"doc","content":[]}',
          ${JSON.stringify(quizSettings.parse({}))}, ${JSON.stringify([quizSection.parse({ questionIds: [questionId] })])})
        ON CONFLICT DO NOTHING`,
  );
}

/**
 * Blocks as a published lesson may have them: recordings of tests get captions, their files are known, and quizzes they make
 * up are there.
 */
export async function soundBlocks(house: TestApp, place: Place, blocks: readonly Given[]): Promise<Given[]> {
  for (const block of blocks) if (block.kind === "quiz") await makeQuiz(house, place, block.quizKey);
  const sound = blocks.map((block): Given => {
    if (block.kind === "video" && !block.captions?.length)
      return { ...block, captions: [{ fileId: newId(), language: "en", label: "English" }] };
    if (block.kind === "audio" && !block.transcript)
      return {
        ...block,
        transcript: {
          type: "doc",
          content: [{ type: "paragraph", content: [{ type: "text", text: "What is said." }] }],
        },
      };
    return block;
  });
  const fileIds = sound.flatMap((block) => filesOfBlock(block as Block));
  await house.app.database.db.execute(
    sql`INSERT INTO kernel.file (id, sha256, bytes, name, media_type, created_at)
        SELECT id, encode(sha256(id::text::bytea), 'hex'), 1, 'file', 'application/octet-stream', ${house.clock.now().toString()}
        FROM unnest(${sql.param(fileIds)}::uuid[]) AS id ON CONFLICT DO NOTHING`,
  );
  return sound;
}
