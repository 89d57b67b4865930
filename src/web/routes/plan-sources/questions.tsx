import { z } from "zod";
import { ChooseMetric, type MetricChoices } from "#modules/playbook/contract/measure.ts";
import type { Question as QuestionShape } from "#modules/playbook/contract/sources.ts";
import { pageContext } from "#web/context.ts";
import { countOf } from "#web/format/plural.ts";
import { done, submit } from "#web/forms/submit.ts";
import { readTableQuery } from "#web/table/table-query.ts";
import { Card } from "#web/ui/card.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import { Pagination } from "#web/ui/pagination.tsx";
import { Tabs } from "#web/ui/tabs.tsx";
import type { Route } from "./+types/questions.ts";
import { findPlan, NoPlan } from "./no-plan.tsx";
import { type MetricChoice, QuestionCard } from "./question-card.tsx";

type Question = z.output<typeof QuestionShape>;
type Questions = { questions: Question[] };

export const handle = {
  crumb: "Questions",
  notices: { metric: "The metric is chosen. The number is judged.", answered: "The answer is kept." },
};

/** Questions on one page: each is a form to fill, not a line to scan. */
const PAGE = 20;

const AnswerQuestion = z.object({ questionId: z.uuid(), answer: z.string().trim().min(1).max(2000) });

// A choice of the list, a key of one's own, or nothing: an empty list and no key means that nobody chose.
const MetricAnswer = z
  .object({ nodeId: z.uuid(), metric: z.string().optional(), key: ChooseMetric.shape.metric.optional() })
  .refine(({ metric, key }) => Boolean(metric || key), {
    path: ["metric"],
    message: "Choose what measures it",
  });

export async function loader({ context, request }: Route.LoaderArgs) {
  const { call } = context.get(pageContext);
  if ((await findPlan(call)) === null) return null;
  const query = readTableQuery(request.url, { filters: ["answered"] });
  const answered = query.filters.answered === "yes";
  const offset = Number(query.cursor) || 0;
  const [shown, others, { metrics }] = await Promise.all([
    call<Questions>("playbook.list_questions", { answered }),
    call<Questions>("playbook.list_questions", { answered: !answered }),
    call<z.output<typeof MetricChoices>>("playbook.list_metrics", {}),
  ]);
  const total = shown.questions.length;
  const counts = answered
    ? { open: others.questions.length, answered: total }
    : { open: total, answered: others.questions.length };
  const titles = new Map(metrics.map(({ key, title }) => [key, title]));
  const questions = shown.questions.slice(offset, offset + PAGE).map((question) => ({
    ...question,
    answer: question.answer && (titles.get(question.answer) ?? question.answer),
  }));
  const next = offset + PAGE < total ? String(offset + PAGE) : null;
  return { questions, counts, total, next, offset, answered, metrics };
}

export async function action(args: Route.ActionArgs) {
  const intent = String((await args.request.clone().formData()).get("intent") ?? "");
  const { call } = args.context.get(pageContext);
  if (intent.startsWith("answer"))
    return submit(args, "playbook.answer_question", {
      schema: AnswerQuestion,
      onSuccess: () => done("/console/plan/questions", "answered"),
    });
  const choose = ({ nodeId, metric, key }: z.output<typeof MetricAnswer>) =>
    call("playbook.choose_metric", { nodeId, metric: metric === NOTHING ? null : (key ?? metric) });
  return submit(args, choose, {
    schema: MetricAnswer,
    onSuccess: () => done("/console/plan/questions", "metric"),
  });
}

/** The choice that says that nothing measures a number. */
const NOTHING = "nothing";

const optionsOf = (metrics: readonly MetricChoice[]) => [
  ...metrics.map(({ key, title, live }) => ({
    value: key,
    label: title,
    group: live ? "Measured here" : "Reported by people until a module measures it",
  })),
  { value: NOTHING, label: "Nothing measures it", group: "Or" },
];

export default function Questions({ loaderData, actionData }: Route.ComponentProps) {
  return (
    <>
      <PageHeader
        title="Questions"
        lead="What the plan leaves open and only you can say. Nothing is guessed: a number without a metric is not judged."
      />
      {loaderData === null ? <NoPlan /> : <QuestionList loaded={loaderData} state={actionData} />}
    </>
  );
}

interface QuestionListProps {
  loaded: NonNullable<Route.ComponentProps["loaderData"]>;
  state: Route.ComponentProps["actionData"];
}

function QuestionList({ loaded, state }: QuestionListProps) {
  const { questions, counts, total, next, offset, answered, metrics } = loaded;
  const options = optionsOf(metrics);
  const base = answered ? "?answered=yes" : "?";
  return (
    <>
      <Tabs
        label="Questions"
        tabs={[
          { label: "Open", to: "/console/plan/questions", count: counts.open },
          { label: "Answered", to: "/console/plan/questions?answered=yes", count: counts.answered },
        ]}
      />
      {questions.length === 0 ? (
        <Card>
          <EmptyState
            icon="check"
            title={answered ? "Nothing is answered yet" : "Nothing is open"}
            text={
              answered
                ? "Answers stay here."
                : "Every number of the plan says what it measures, or is answered."
            }
          />
        </Card>
      ) : (
        <ul className="space-y-4">
          {questions.map((question) => (
            <li key={question.questionId}>
              <QuestionCard question={question} options={options} state={state} />
            </li>
          ))}
        </ul>
      )}
      <div className={total === 0 ? "hidden" : "mt-3"}>
        <Pagination
          summary={
            questions.length === total
              ? countOf(total, "question")
              : `${questions.length} of ${countOf(total, "question")}`
          }
          first={offset > 0 ? base : null}
          next={next === null ? null : `${base}${answered ? "&" : ""}cursor=${next}`}
          csv={`/console/plan/questions.csv${answered ? "?answered=yes" : ""}`}
        />
      </div>
    </>
  );
}
