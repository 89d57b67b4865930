import type { Block } from "#modules/academy/contract/content.ts";
import type { RichTextValue } from "#web/forms/rich-text.ts";
import { usePermission } from "#web/shell/use-shell.ts";
import { Button } from "#web/ui/button.tsx";
import { Card } from "#web/ui/card.tsx";
import { BlockFields } from "./block-fields.tsx";
import { kindLabel } from "./choices.ts";
import type { Choices } from "./load-choices.ts";

interface BlockCardProps {
  block: Block;
  place: number;
  last: number;
  value: RichTextValue | undefined;
  choices: Choices;
  onChange: (() => void) | undefined;
}

/** One block of a lesson: its fields, and its place. */
export function BlockCard({ block, place, last, value, choices, onChange }: BlockCardProps) {
  const mayWrite = usePermission("academy:write");
  const label = kindLabel(block.kind);
  return (
    <li>
      <Card>
        <div className="mb-3 flex flex-wrap items-center justify-between gap-2">
          <h3 className="font-semibold">
            {place + 1}. {label}
          </h3>
          {mayWrite && (
            <div className="flex gap-1">
              {place > 0 && (
                <Button
                  size="small"
                  look="quiet"
                  icon="arrow-up"
                  name="do"
                  value={`up:${place}`}
                  aria-label={`Move ${label} ${place + 1} up`}
                />
              )}
              {place < last && (
                <Button
                  size="small"
                  look="quiet"
                  icon="arrow-down"
                  name="do"
                  value={`down:${place}`}
                  aria-label={`Move ${label} ${place + 1} down`}
                />
              )}
              <Button
                size="small"
                look="quiet"
                icon="trash-2"
                name="do"
                value={`remove:${place}`}
                aria-label={`Take ${label} ${place + 1} out`}
              />
            </div>
          )}
        </div>
        <input type="hidden" name={`blocks[${place}].id`} value={block.id} />
        <input type="hidden" name={`blocks[${place}].kind`} value={block.kind} />
        <div className="space-y-4">
          <BlockFields
            block={block}
            at={`blocks[${place}]`}
            value={value}
            choices={choices}
            onChange={onChange}
          />
        </div>
      </Card>
    </li>
  );
}
