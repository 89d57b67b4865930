import { z } from "zod";
import { defineEvent } from "#kernel/events/event.ts";

/** A student said whether they would recommend the course. */
export const SurveyAnswered = defineEvent({
  name: "academy.survey_answered",
  version: 1,
  title: "Course recommended or not",
  payload: z.object({
    accountId: z.uuid(),
    enrollmentId: z.uuid(),
    courseId: z.uuid(),
    personId: z.uuid(),
    moment: z.enum(["half", "end"]),
    score: z.number().int().nullable(),
  }),
});
