import { useFormat } from "#web/format/use-format.ts";

/** When the page last saved by itself. */
export function SavedState({ savedAt }: { savedAt: string | null }) {
  const { instant } = useFormat();
  return (
    <p role="status" className="text-13 text-muted">
      {savedAt && `Saved ${instant(savedAt)}`}
    </p>
  );
}
