import type { SyntheticEvent } from "react";
import type { z } from "zod";
import type { Block } from "#modules/academy/contract/content.ts";
import type { MyLesson } from "#modules/academy/contract/learning.ts";
import { CourseBlock } from "#web/parts/course-blocks/course-block.tsx";
import { LinkButton } from "#web/ui/button.tsx";
import { Card } from "#web/ui/card.tsx";

type Lesson = z.output<typeof MyLesson>;
type MediaEvent = SyntheticEvent<HTMLMediaElement>;

interface Props {
  course: string;
  lesson: Lesson;
  play(blockId: string, atMs: number): void;
  stop(blockId: string): void;
}

/** What a lesson is made of, from top to bottom. */
export function LessonBlocks({ course, lesson, play, stop }: Props) {
  const { position } = lesson;
  return (
    <div className="mt-8 space-y-6">
      {lesson.blocks.map((block) => (
        <CourseBlock key={block.id} block={block} player={recording(block, { position, play, stop })}>
          <Activity course={course} block={block} />
        </CourseBlock>
      ))}
    </div>
  );
}

/** Goes on where it was left, and tells what is played. */
function recording(
  block: Block,
  { position, play, stop }: Pick<Props, "play" | "stop"> & Pick<Lesson, "position">,
) {
  if (block.kind !== "video" && block.kind !== "audio") return undefined;
  const { id } = block;
  const startMs = position?.blockId === id ? (position.atMs ?? 0) : 0;
  // What ended begins anew.
  const resumeMs = startMs < block.durationMs - 5_000 ? startMs : 0;
  return {
    onLoadedMetadata: ({ currentTarget }: MediaEvent) => {
      if (resumeMs > 0 && currentTarget.currentTime === 0) currentTarget.currentTime = resumeMs / 1000;
    },
    onTimeUpdate: ({ currentTarget }: MediaEvent) => {
      if (!currentTarget.paused && !currentTarget.seeking) play(id, currentTarget.currentTime * 1000);
    },
    onSeeking: () => stop(id),
    onPause: () => stop(id),
    onEnded: () => stop(id),
  };
}

/** What the student does on a page of its own. */
function Activity({ course, block }: { course: string; block: Block }) {
  switch (block.kind) {
    case "quiz":
      return (
        <Open
          title="Quiz"
          text="Your answers are saved one by one, and you can come back to them."
          label="Open the quiz"
          to={`/learn/${course}/quizzes/${block.quizKey}`}
        />
      );
    case "assignment":
      return (
        <Open
          title="Assignment"
          text="What to hand in, how it is marked, and your draft."
          label="Open the assignment"
          to={`/learn/${course}/assignments/${block.assignmentKey}`}
        />
      );
    case "package":
      return (
        <Open
          title="Activity"
          text="It opens on a page of its own, and goes on where you left it."
          label="Open the activity"
          to={`/learn/${course}/packages/${block.packageId}`}
        />
      );
    case "live":
      return (
        <Open
          title={block.title || "Live session"}
          text="Dates in your own time, and the way in."
          label="See the sessions"
          to={`/learn/${course}/sessions`}
        />
      );
    default:
      return null;
  }
}

function Open({ title, text, label, to }: { title: string; text: string; label: string; to: string }) {
  return (
    <Card>
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
        <div className="min-w-0">
          <h2 className="text-18 font-bold" dir="auto">
            {title}
          </h2>
          <p className="mt-1 text-14 text-muted">{text}</p>
        </div>
        <LinkButton to={to} look="primary">
          {label}
        </LinkButton>
      </div>
    </Card>
  );
}
