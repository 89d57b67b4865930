import { useFormat } from "#web/format/use-format.ts";
import { Badge } from "#web/ui/badge.tsx";
import { Icon } from "#web/ui/icon.tsx";
import { TextLink } from "#web/ui/text-link.tsx";
import type { Analysis } from "./analysis.tsx";

type Item = Analysis["items"][number];
type Measured = Item["difficulty"];

const share = (value: number | null): string => (value === null ? "" : `${Math.round(value * 100)} %`);

/** What an author should look at first; null where nothing is odd. */
function hint(item: Item): string | null {
  if (item.discrimination.value !== null && item.discrimination.value < 0) return "Check the key";
  if (item.difficulty.value !== null && item.difficulty.value < 0.2) return "Very hard";
  if (item.difficulty.value !== null && item.difficulty.value > 0.95) return "Nearly all right";
  return null;
}

function Number({
  name,
  measured,
  format,
}: {
  name: string;
  measured: Measured;
  format(value: number): string;
}) {
  return (
    <div className="min-w-32">
      <dt className="text-13 text-muted">{name}</dt>
      <dd className="tabular-nums">
        {measured.value === null ? (
          <span className="text-13 text-muted">{measured.reason}</span>
        ) : (
          format(measured.value)
        )}
      </dd>
    </div>
  );
}

function Choices({ item: { choices, words, slug, version } }: { item: Item }) {
  if (choices.length === 0) return null;
  return (
    <div
      className="table-scroll mt-3"
      role="region"
      aria-label={`Answers to ${words || slug}, version ${version}`}
      tabIndex={0}
    >
      <table className="w-full text-14">
        <thead>
          <tr className="text-start text-13 text-muted">
            <th scope="col" className="py-1 text-start font-normal">
              Answer
            </th>
            <th scope="col" className="py-1 text-end font-normal">
              Given
            </th>
            <th scope="col" className="py-1 text-end font-normal">
              Best
            </th>
            <th scope="col" className="py-1 text-end font-normal">
              Weakest
            </th>
          </tr>
        </thead>
        <tbody>
          {choices.map((choice) => (
            <tr key={choice.label} className="border-t border-line">
              <td className="py-1.5 pe-4" dir="auto">
                {choice.isRight && (
                  <>
                    <Icon name="check" className="me-1 inline text-positive" />
                    <span className="sr-only">Right: </span>
                  </>
                )}
                {choice.label}
              </td>
              <td className="py-1.5 text-end tabular-nums">{choice.chosen}</td>
              <td className="py-1.5 text-end tabular-nums">{share(choice.bestShare)}</td>
              <td className="py-1.5 text-end tabular-nums">{share(choice.weakestShare)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function OneItem({ item }: { item: Item }) {
  const { number } = useFormat();
  const oddity = hint(item);
  const two = (value: number) => number(Math.round(value * 100) / 100);
  return (
    <li className="border-t border-line pt-4">
      <h3 className="flex flex-wrap items-baseline gap-x-3 gap-y-1 font-medium">
        <TextLink to={`/console/academy/questions/${item.questionId}`}>
          <span dir="auto">{item.words || item.slug}</span>
        </TextLink>
        {oddity && <Badge tone="caution">{oddity}</Badge>}
      </h3>
      <p className="text-13 text-muted">
        {item.slug}, version {item.version}; asked {item.asked} {item.asked === 1 ? "time" : "times"}, left
        out {item.skipped}
      </p>
      <dl className="mt-2 flex flex-wrap gap-x-6 gap-y-2">
        <Number name="Difficulty" measured={item.difficulty} format={(value) => share(value)} />
        <Number name="Discrimination" measured={item.discrimination} format={two} />
        <Number name="Best less weakest" measured={item.index} format={two} />
        <Number
          name="Median time"
          measured={item.medianMs}
          format={(value) => `${Math.round(value / 1000)} s`}
        />
      </dl>
      <Choices item={item} />
    </li>
  );
}

/** Each question with its figures and what was answered. */
export function ItemTable({ items }: { items: readonly Item[] }) {
  return (
    <ol className="space-y-6">
      {items.map((item) => (
        <OneItem key={item.versionId} item={item} />
      ))}
    </ol>
  );
}
