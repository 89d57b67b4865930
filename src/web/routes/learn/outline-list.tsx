import { Link } from "react-router";
import type { OutlineItem } from "#modules/academy/contract/learning.ts";
import { useFormat } from "#web/format/use-format.ts";
import { classNames } from "#web/ui/class-names.ts";
import { Icon } from "#web/ui/icon.tsx";
import type { IconName } from "#web/ui/icons.ts";
import { closedWords, ruleWords } from "./lesson-words.ts";

interface Module {
  key: string;
  title: string;
  lessons: OutlineItem[];
}

/** The modules of a course with their lessons; the lesson in front of the reader is marked. */
export function OutlineList({
  course,
  modules,
  current,
  compact,
}: {
  course: string;
  modules: Module[];
  current?: string;
  compact?: boolean;
}) {
  return (
    <ol className={compact ? "space-y-5" : "space-y-8"}>
      {modules.map((module, index) => (
        <li key={module.key}>
          <h2
            className={classNames(
              "text-pretty",
              compact ? "px-3 text-13 font-semibold" : "text-18 font-bold",
            )}
            dir="auto"
          >
            <span className="font-normal text-muted tabular-nums">{index + 1}. </span>
            {module.title}
          </h2>
          <ol className={compact ? "mt-1" : "mt-2 divide-y divide-line border-y border-line"}>
            {module.lessons.map((item) => (
              <li key={item.key}>
                <Lesson course={course} item={item} isCurrent={item.slug === current} compact={compact} />
              </li>
            ))}
          </ol>
        </li>
      ))}
    </ol>
  );
}

interface LessonProps {
  course: string;
  item: OutlineItem;
  isCurrent: boolean;
  compact?: boolean;
}

function markOf({ completedAt, isOpen, isStarted }: OutlineItem): { name: IconName; word: string } {
  if (completedAt) return { name: "circle-check", word: "Completed" };
  if (!isOpen) return { name: "lock", word: "Not open yet" };
  return isStarted ? { name: "circle-dot", word: "Begun" } : { name: "circle", word: "Not begun" };
}

function Lesson({ course, item, isCurrent, compact }: LessonProps) {
  const { instant } = useFormat();
  const mark = markOf(item);
  const note = item.isOpen || item.completedAt ? ruleWords(item.completion) : closedWords(item, instant);
  const inside = (
    <>
      <span className={classNames("pt-0.5", item.completedAt ? "text-positive" : "text-muted")}>
        <Icon name={mark.name} />
        <span className="sr-only">{mark.word}: </span>
      </span>
      <span className="min-w-0 flex-1">
        <span
          className={classNames(
            "block text-pretty",
            compact ? "text-14" : "font-medium",
            isCurrent && "font-semibold",
          )}
          dir="auto"
        >
          {item.title}
        </span>
        <span className={compact ? "sr-only" : "block text-13 text-muted"}>{note}</span>
      </span>
      {item.minutes > 0 && (
        <span className="pt-0.5 text-13 whitespace-nowrap text-muted tabular-nums">{item.minutes} min</span>
      )}
    </>
  );
  const shape = classNames(
    "flex min-h-11 items-start gap-3 py-2.5",
    compact ? "rounded-control px-3" : "px-1",
  );
  if (!item.isOpen && !item.completedAt)
    return <div className={classNames(shape, "text-muted")}>{inside}</div>;
  return (
    <Link
      to={`/learn/${course}/lessons/${item.slug}`}
      aria-current={isCurrent ? "page" : undefined}
      className={classNames(shape, "hover:bg-hover", isCurrent && "bg-pressed")}
    >
      {inside}
    </Link>
  );
}
