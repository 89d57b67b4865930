import type { z } from "zod";
import { Outlet } from "react-router";
import type { QuizDetail } from "#modules/academy/contract/quizzes.ts";
import { pageContext } from "#web/context.ts";
import type { RouteHandle } from "#web/shell/route-handle.ts";
import { PageHeader } from "#web/ui/page-header.tsx";
import { Tabs } from "#web/ui/tabs.tsx";
import type { Route } from "./+types/quiz-section.ts";
import { placeWords, settingsWords } from "./words.ts";

type Quiz = z.output<typeof QuizDetail>;

export const handle: RouteHandle = { crumb: ({ quiz }: { quiz: Quiz }) => quiz.title };

export async function loader({ context, params }: Route.LoaderArgs) {
  return { quiz: await context.get(pageContext).call<Quiz>("academy.get_quiz", params) };
}

/** The head of a quiz's pages. */
export default function QuizSection({ loaderData: { quiz } }: Route.ComponentProps) {
  const base = `/console/academy/quizzes/${quiz.courseId}/${quiz.quizKey}`;
  return (
    <>
      <PageHeader
        title={<span dir="auto">{quiz.title}</span>}
        lead={`${quiz.courseTitle}. ${placeWords(quiz.in)}; ${settingsWords(quiz)}.`}
      />
      <Tabs
        label="Quiz"
        tabs={[
          { label: "Edit", to: base },
          { label: "Attempts", to: `${base}/attempts` },
          { label: "How questions work", to: `${base}/analysis` },
        ]}
      />
      <Outlet />
    </>
  );
}
