import type { AccountCard, Card } from "#kernel/module.ts";
import { openQuestions, type OpenQuestion } from "#modules/academy/community/open-questions.ts";

const ROWS = 5;
const toRow = ({ subject, courseTitle, href }: OpenQuestion) => ({
  label: subject,
  value: courseTitle,
  href,
});

/** Questions of a person that wait for an answer. */
export const questionCard: Card = {
  title: "Questions in courses",
  permission: "academy:moderate",
  load: async (db, { personId }) => (await openQuestions(db, { personId, limit: ROWS })).map(toRow),
};

/** Questions of an account's people that wait for an answer. */
export const accountQuestionCard: AccountCard = {
  title: "Questions in courses",
  permission: "academy:moderate",
  load: async (db, { accountId }) => (await openQuestions(db, { accountId, limit: ROWS })).map(toRow),
};
