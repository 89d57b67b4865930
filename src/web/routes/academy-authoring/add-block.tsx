import { Button } from "#web/ui/button.tsx";
import { controlClass, controlHeight } from "#web/ui/control-class.ts";
import { classNames } from "#web/ui/class-names.ts";
import { Options, type Option } from "#web/ui/select.tsx";
import { TextLink } from "#web/ui/text-link.tsx";
import type { Choices } from "./load-choices.ts";
import { useCourse } from "./use-course.ts";

const PLAIN: Option[] = [
  { value: "text", label: "Text" },
  { value: "callout", label: "Callout" },
  { value: "code", label: "Code" },
  { value: "embed", label: "Something of another site" },
  { value: "live", label: "Live session" },
].map((option) => ({ ...option, group: "Write" }));

const shown = (kind: string, group: string, options: readonly Option[]): Option[] =>
  options.map(({ value, label }) => ({ value: `${kind}=${value}`, label, group }));

/** Adds a block at the end; what shows something is chosen with what it shows. */
export function AddBlock({ choices }: { choices: Choices }) {
  const { courseId } = useCourse();
  const options = [
    ...PLAIN,
    ...shown("image", "Pictures", choices.images),
    ...shown("video", "Videos", choices.videos),
    ...shown("audio", "Sound", choices.audios),
    ...shown("quiz", "Quizzes", choices.quizzes),
    ...shown("assignment", "Assignments", choices.assignments),
    ...shown("file", "Files to download", choices.files),
  ];
  return (
    <fieldset className="rounded-card border border-dashed border-control p-4">
      <legend className="px-1 text-13 font-medium">Add to the lesson</legend>
      <div className="flex flex-wrap items-center gap-2">
        {PLAIN.slice(0, 3).map(({ value, label }) => (
          <Button key={value} icon="plus" size="small" name="do" value={`add:${value}`}>
            {label}
          </Button>
        ))}
        <div className="flex min-w-0 flex-1 basis-72 gap-2">
          <select
            aria-label="Something else to add"
            name="adds"
            className={classNames(controlClass, controlHeight, "min-w-0 flex-1")}
          >
            <Options options={options} />
          </select>
          <Button name="do" value="add">
            Add
          </Button>
        </div>
      </div>
      <p className="mt-3 text-13 text-muted">
        Pictures, videos and files are uploaded under{" "}
        <TextLink to={`/console/academy/courses/${courseId}/files`}>Files</TextLink>.
      </p>
    </fieldset>
  );
}
