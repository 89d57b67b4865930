import { pageContext } from "#web/context.ts";
import type { RouteHandle } from "#web/shell/route-handle.ts";
import { attemptAction } from "./attempt-action.ts";
import type { Route } from "./+types/attempt.ts";
import { EndView } from "./end-view.tsx";
import { type Loaded, loadAttempt } from "./load-attempt.ts";
import { QuestionView } from "./question-view.tsx";
import { ResultView } from "./result-view.tsx";

export const handle: RouteHandle = {
  crumb: (data: Loaded) => data.attempt.title,
  notices: {
    newer: "You answered this question in another window since. That answer counts, and stands here now.",
  },
};

const titleOf = (data: Loaded): string =>
  data.view === "question" ? `Question ${data.item.position} of ${data.marks.length}` : data.attempt.title;

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: loaderData ? `${titleOf(loaderData)}: ${loaderData.attempt.courseTitle}` : "Quiz" },
];

export async function loader({ context, params, request }: Route.LoaderArgs): Promise<Loaded> {
  const { call } = context.get(pageContext);
  return loadAttempt(call, params.attemptId, new URL(request.url).searchParams.get("question"));
}

export const action = attemptAction;

export default function AttemptPage({ loaderData, actionData }: Route.ComponentProps) {
  if (loaderData.view === "result") return <ResultView attempt={loaderData.attempt} />;
  if (loaderData.view === "end")
    return <EndView attempt={loaderData.attempt} marks={loaderData.marks} state={actionData} />;
  const { attempt, marks, item } = loaderData;
  // Each question is a form of its own: nothing of the one before may stand in its fields.
  return (
    <QuestionView
      key={`${item.position}:${item.isLocked}:${item.sequence}`}
      attempt={attempt}
      marks={marks}
      item={item}
      state={actionData}
    />
  );
}
