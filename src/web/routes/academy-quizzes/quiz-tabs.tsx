import { Tabs } from "#web/ui/tabs.tsx";

/** Between the quizzes and the questions they ask. */
export function QuizTabs() {
  return (
    <Tabs
      label="Quizzes and questions"
      tabs={[
        { label: "Quizzes", to: "/console/academy/quizzes" },
        { label: "Question bank", to: "/console/academy/questions" },
      ]}
    />
  );
}
