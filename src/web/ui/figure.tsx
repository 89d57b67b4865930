import { useFormat } from "#web/format/use-format.ts";

/** A number with its unit; null says that there is no value, never zero. */
export function Figure({ value, unit }: { value: number | null; unit?: string }) {
  const format = useFormat();
  return (
    <span className="tabular-nums">
      {value === null ? <span className="text-muted">No value</span> : format.number(value, unit)}
    </span>
  );
}
