import type { BlockProps } from "#web/parts/course-blocks/block-props.ts";
import { RichText } from "#web/parts/rich-text.tsx";
import { classNames } from "#web/ui/class-names.ts";
import { Icon, type IconName } from "#web/ui/icon.tsx";

const TONES: Record<BlockProps<"callout">["block"]["tone"], { icon: IconName; word: string; look: string }> =
  {
    note: { icon: "info", word: "Note", look: "bg-accent-soft" },
    tip: { icon: "lightbulb", word: "Tip", look: "bg-positive-soft" },
    warning: { icon: "triangle-alert", word: "Careful", look: "bg-caution-soft" },
    example: { icon: "flask-conical", word: "Example", look: "bg-hover" },
  };

/** Something that stands out of the text. */
export function CalloutBlock({ block, mediaHref }: BlockProps<"callout">) {
  const { icon, word, look } = TONES[block.tone];
  return (
    <aside
      className={classNames("flex gap-3 rounded-card px-4 py-3.5", look)}
      aria-label={block.title || word}
    >
      <Icon name={icon} size={20} className="mt-0.5 shrink-0" />
      <div className="min-w-0">
        <p className="font-semibold" dir="auto">
          {block.title || word}
        </p>
        <RichText text={block.text} fileHref={mediaHref} className="mt-1 text-16" />
      </div>
    </aside>
  );
}
