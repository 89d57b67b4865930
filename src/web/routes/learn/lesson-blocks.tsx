import type { z } from "zod";
import type { Block } from "#modules/academy/contract/content.ts";
import type { MyLesson } from "#modules/academy/contract/learning.ts";
import { LinkButton } from "#web/ui/button.tsx";
import { Card } from "#web/ui/card.tsx";

type Lesson = z.output<typeof MyLesson>;

interface Props {
  course: string;
  lesson: Lesson;
  play(blockId: string, atMs: number): void;
  stop(blockId: string): void;
}

/** What a lesson is made of, from top to bottom. */
export function LessonBlocks({ course, lesson }: Props) {
  return (
    <div className="mt-8 space-y-6">
      {lesson.blocks.map((block) => (
        <LessonBlock key={block.id} course={course} block={block} />
      ))}
    </div>
  );
}

function LessonBlock({ course, block }: { course: string; block: Block }) {
  if (block.kind === "quiz")
    return <Activity title="Quiz" label="Open the quiz" to={`/learn/${course}/quizzes/${block.quizKey}`} />;
  if (block.kind === "assignment")
    return (
      <Activity
        title="Assignment"
        label="Open the assignment"
        to={`/learn/${course}/assignments/${block.assignmentKey}`}
      />
    );
  return null;
}

function Activity({ title, label, to }: { title: string; label: string; to: string }) {
  return (
    <Card>
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h2 className="text-18 font-bold">{title}</h2>
        <LinkButton to={to} look="primary">
          {label}
        </LinkButton>
      </div>
    </Card>
  );
}
