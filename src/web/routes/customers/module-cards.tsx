import { Card } from "#web/ui/card.tsx";
import { KeyValue } from "#web/ui/key-value.tsx";
import { Notice } from "#web/ui/notice.tsx";
import { Section } from "#web/ui/section.tsx";
import { TextLink } from "#web/ui/text-link.tsx";
import { nameList } from "#web/format/plural.ts";

interface ModuleCard {
  title: string;
  rows: { label: string; value: string; href?: string }[];
}

/** What each part of the house says of a customer or person. */
export function ModuleCards({ cards, failed = [] }: { cards: readonly ModuleCard[]; failed?: string[] }) {
  return (
    <>
      {cards
        .filter(({ rows }) => rows.length > 0)
        .map(({ title, rows }) => (
          <Section key={title} title={title}>
            <Card>
              <KeyValue
                pairs={rows.map(({ label, value, href }) => ({
                  label,
                  value: href ? <TextLink to={href}>{value}</TextLink> : value,
                }))}
              />
            </Card>
          </Section>
        ))}
      {failed.length > 0 && (
        <div className="mt-8">
          <Notice tone="caution">
            {nameList(failed)} could not be read now. Reload the page to try again.
          </Notice>
        </div>
      )}
    </>
  );
}
