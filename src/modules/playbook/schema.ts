import { boolean, char, integer, jsonb, pgSchema, text, uuid } from "drizzle-orm/pg-core";
import { id, instant, localDay, measure } from "#kernel/db/columns.ts";
import type { Due, Span } from "#modules/playbook/rules/import/types.ts";

const playbook = pgSchema("playbook");

/** The plan in force; days in the company's zone. */
export const plan = playbook.table("plan", {
  id: id(),
  title: text("title").notNull(),
  startOn: localDay("start_on").notNull(),
  currency: char("currency", { length: 3 }).notNull(),
  language: text("language").notNull().default("en"),
  workingWeekdays: integer("working_weekdays").array().notNull().default([1, 2, 3, 4, 5]),
  holidays: localDay("holidays").array().notNull().default([]),
  sourceId: uuid("source_id"),
  createdAt: instant("created_at").notNull(),
  archivedAt: instant("archived_at"),
});

/** Everything a line of the plan became; `path` is its identity. */
export const node = playbook.table("node", {
  id: id(),
  planId: uuid("plan_id").notNull(),
  kind: text("kind").notNull(),
  path: text("path").notNull(),
  parentId: uuid("parent_id"),
  phaseId: uuid("phase_id"),
  workPackageId: uuid("work_package_id"),
  position: integer("position").notNull(),
  text: text("text").notNull(),
  label: text("label"),
  group: text("group"),
  lineFrom: integer("line_from").notNull(),
  lineTo: integer("line_to").notNull(),
  span: jsonb("span").$type<Span>(),
  due: jsonb("due").$type<Due>(),
  sourceState: text("source_state"),
  completesId: uuid("completes_id"),
  ownerHint: text("owner_hint"),
  notes: text("notes"),
  implicit: boolean("implicit").notNull().default(false),
  facts: jsonb("facts").$type<Record<string, unknown>>().notNull().default({}),
  ownerId: uuid("owner_id"),
  startsOn: localDay("starts_on"),
  endsOn: localDay("ends_on"),
  dueOn: localDay("due_on"),
  addedAt: instant("added_at").notNull(),
  removedAt: instant("removed_at"),
});

/** A number to reach; money in major units, percentages in points. */
export const target = playbook.table("target", {
  id: id(),
  planId: uuid("plan_id").notNull(),
  nodeId: uuid("node_id").notNull(),
  line: integer("line").notNull(),
  raw: text("raw").notNull(),
  op: text("op").notNull(),
  min: measure("min"),
  max: measure("max"),
  unit: text("unit"),
  currency: char("currency", { length: 3 }),
  window: text("window"),
  metric: text("metric"),
  metricSetBy: uuid("metric_set_by"),
  dueOn: localDay("due_on"),
  removedAt: instant("removed_at"),
});
