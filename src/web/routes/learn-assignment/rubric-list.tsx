import type { RubricCriterion } from "#modules/academy/contract/assignment.ts";
import { countOf } from "#web/format/plural.ts";

/** Criteria with what earns which points, one under the other so that a phone shows them whole. */
export function RubricList({ rubric }: { rubric: readonly RubricCriterion[] }) {
  return (
    <ol className="space-y-5">
      {rubric.map((criterion) => (
        <li key={criterion.id}>
          <h3 className="font-semibold" dir="auto">
            {criterion.title}
          </h3>
          {criterion.description && (
            <p className="text-muted" dir="auto">
              {criterion.description}
            </p>
          )}
          <dl className="mt-2 divide-y divide-line border-y border-line">
            {criterion.levels.map((level) => (
              <div key={level.id} className="grid grid-cols-[5.5rem_1fr] gap-x-3 py-2">
                <dt className="text-muted tabular-nums">{countOf(level.points, "point")}</dt>
                <dd dir="auto">
                  <span className="font-medium">{level.title}</span>
                  {level.description && <span className="text-muted">. {level.description}</span>}
                </dd>
              </div>
            ))}
          </dl>
        </li>
      ))}
    </ol>
  );
}
