import type { RawForm, RawValue } from "#web/forms/raw-form.ts";

const isRow = (value: RawValue | undefined): value is RawForm =>
  typeof value === "object" && !(value instanceof File) && !Array.isArray(value);
const rowsOf = (value: RawValue | undefined): RawForm[] => (Array.isArray(value) ? value : []).filter(isRow);
const text = (value: RawValue | undefined): string => (typeof value === "string" ? value.trim() : "");

/** Rows that were left empty are none; new ones get an identifier. */
function readLevels(value: RawValue | undefined): RawForm[] {
  return rowsOf(value)
    .filter(({ title, points }) => text(title) !== "" || text(points) !== "")
    .map((level) => ({ ...level, id: text(level.id) || crypto.randomUUID() }));
}

function readRubric(value: RawValue | undefined): RawForm[] {
  return rowsOf(value)
    .map((criterion): RawForm => ({ ...criterion, levels: readLevels(criterion.levels) }))
    .filter(({ title, levels }) => text(title) !== "" || (Array.isArray(levels) && levels.length > 0))
    .map((criterion) => ({ ...criterion, id: text(criterion.id) || crypto.randomUUID() }));
}

/** The form of an assignment in the shape of the operations; `read` reads its brief. */
export function readAssignment(
  form: RawForm,
  read: (raw: RawValue | undefined) => unknown,
): Record<string, unknown> {
  const { brief, rubric, settings, ...rest } = form;
  const given = isRow(settings) ? settings : {};
  const megabytes = Number(text(given.maxMegabytes).replace(",", "."));
  const { maxMegabytes: _maxMegabytes, fileTypes, ...own } = given;
  return {
    ...rest,
    brief: read(brief),
    rubric: readRubric(rubric),
    settings: {
      ...own,
      maxFileBytes:
        Number.isFinite(megabytes) && megabytes > 0 ? String(Math.round(megabytes * 1_000_000)) : "0",
      fileTypes: text(fileTypes)
        .split(/[\s,;]+/u)
        .filter((type) => type !== ""),
    },
  };
}
