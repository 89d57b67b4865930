import { Card } from "#web/ui/card.tsx";

/** Recovery codes, to print or write down. */
export function CodeList({ codes }: { codes: readonly string[] }) {
  return (
    <Card>
      <ul className="grid grid-cols-1 gap-x-8 gap-y-1 py-1 font-mono sm:grid-cols-2">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
    </Card>
  );
}
