import { z } from "zod";
import { defineJob } from "#kernel/jobs/job.ts";
import { coachStudents } from "#modules/academy/coaching/coach-students.ts";

/** Every hour: who is at risk, and who is to be written to. */
export const coachStudentsJob = defineJob({
  name: "academy.coach_students",
  title: "Look after students who learn now",
  input: z.object({}),
  schedule: "5 * * * *",
  run: (context) => coachStudents(context),
});
