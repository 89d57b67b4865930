import type { Standing } from "#modules/people/contract/lists.ts";
import { Badge } from "#web/ui/badge.tsx";
import { standings } from "./words.ts";

/** Whether something bought makes an account a customer now. */
export function StandingBadge({ standing }: { standing: Standing }) {
  const { word, tone } = standings[standing];
  return <Badge tone={tone}>{word}</Badge>;
}
