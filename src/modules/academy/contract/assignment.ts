import { z } from "zod";

/** What may be handed in, and when. Percent of 0–100. */
export const assignmentSettings = z.object({
  /** Days after the student's start; null: no date. A late one is taken and marked as late. */
  dueDays: z.number().int().min(0).max(3650).nullable().default(null),
  acceptsText: z.boolean().default(true),
  maxFiles: z.number().int().min(0).max(20).default(5),
  maxFileBytes: z.number().int().min(1).max(2_000_000_000).default(20_000_000),
  /** Media types such as `application/pdf` or `image/*`; empty: all that are not programs. */
  fileTypes: z.array(z.string().max(100)).max(50).default([]),
  /** How often it may be handed in. */
  attempts: z.number().int().min(1).max(20).default(2),
  passingPercent: z.number().int().min(0).max(100).default(60),
  /** Two graders read it without seeing each other's mark; where they differ a person finds one. */
  secondMarking: z.boolean().optional(),
});
export type AssignmentSettings = z.output<typeof assignmentSettings>;

/** One thing that is looked at in marking, with what earns which points. */
export const rubricCriterion = z.object({
  id: z.uuid(),
  title: z.string().trim().min(1).max(200),
  description: z.string().max(2000).default(""),
  levels: z
    .array(
      z.object({
        id: z.uuid(),
        title: z.string().trim().min(1).max(100),
        description: z.string().max(2000).default(""),
        points: z.number().int().min(0).max(1000),
      }),
    )
    .min(2)
    .max(10),
});
export type RubricCriterion = z.output<typeof rubricCriterion>;
export const rubric = z.array(rubricCriterion).max(30);
