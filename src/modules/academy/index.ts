/** Courses and their students, for other modules. */
export { type OpenQuestion, openQuestions } from "#modules/academy/community/open-questions.ts";
