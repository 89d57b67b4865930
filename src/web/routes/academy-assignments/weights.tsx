import type { z } from "zod";
import { type GradeBook, SetGradeWeights } from "#modules/academy/contract/grade-book.ts";
import { pageContext } from "#web/context.ts";
import { Form } from "#web/forms/form.tsx";
import { done, submit } from "#web/forms/submit.ts";
import type { RouteHandle } from "#web/shell/route-handle.ts";
import { Button, LinkButton } from "#web/ui/button.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { NumberInput } from "#web/ui/number-input.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import type { Route } from "./+types/weights.ts";

type Book = z.output<typeof GradeBook>;

export const handle: RouteHandle = { crumb: "Weights" };

export async function loader({ context, params }: Route.LoaderArgs) {
  const { items, hasWeights, courseTitle } = await context
    .get(pageContext)
    .call<Book>("academy.get_grade_book", { courseId: params.courseId, limit: 1 });
  return { items, hasWeights, courseTitle };
}

export async function action(args: Route.ActionArgs) {
  const { courseId } = args.params;
  const isAlike = (await args.request.clone().formData()).get("do") === "alike";
  return submit(args, "academy.set_grade_weights", {
    schema: SetGradeWeights,
    map: ({ weights }) => ({ courseId, weights: isAlike ? [] : (weights ?? []) }),
    onSuccess: () => done(`/console/academy/grades/${courseId}`, "weights"),
  });
}

export default function Weights({ loaderData, actionData, params }: Route.ComponentProps) {
  const { items, hasWeights, courseTitle } = loaderData;
  return (
    <>
      <PageHeader
        title="Weights"
        over={<span dir="auto">{courseTitle}</span>}
        lead="How much each graded thing counts. All of them make 100 percent."
      />
      {items.length === 0 ? (
        <EmptyState title="Nothing is graded" text="Put a quiz or an assignment into a lesson first." />
      ) : (
        <Form state={actionData} className="max-w-form">
          {items.map((item, at) => (
            <div key={item.itemKey}>
              <input type="hidden" name={`weights[${at}].itemKey`} value={item.itemKey} />
              <NumberInput
                name={`weights[${at}].weightPercent`}
                label={item.title}
                hint={`${item.kind === "quiz" ? "Quiz" : "Assignment"} in ${item.lessonTitle}`}
                unit="%"
                defaultValue={hasWeights ? item.weightPercent : undefined}
              />
            </div>
          ))}
          <div className="flex flex-wrap gap-2">
            <Button look="primary">Set the weights</Button>
            <Button name="do" value="alike">
              Let all count alike
            </Button>
            <LinkButton to={`/console/academy/grades/${params.courseId}`} look="quiet">
              Cancel
            </LinkButton>
          </div>
        </Form>
      )}
    </>
  );
}
