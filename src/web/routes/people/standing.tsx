import { Badge } from "#web/ui/badge.tsx";
import { standings } from "./role.ts";

/** Whether a person can sign in, as a mark beside their name. */
export function Standing({ status }: { status: string }) {
  const { word, tone } = standings[status] ?? { word: status, tone: "neutral" as const };
  return <Badge tone={tone}>{word}</Badge>;
}
