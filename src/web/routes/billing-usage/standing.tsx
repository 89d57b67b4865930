import { useFormat } from "#web/format/use-format.ts";
import { State } from "#web/ui/state.tsx";

/** From which share of a quota on it is nearly used up. */
const NEAR = 0.8;

/** How much of a quota is used, in words; null where there is no limit. */
export function UsageState({ used, limit }: { used: number; limit: number | null }) {
  const { number } = useFormat();
  if (limit === null) return <State kind="met">No limit</State>;
  if (used > limit) return <State kind="missed">{`${number(used - limit)} beyond the quota`}</State>;
  if (used === limit) return <State kind="at_risk">Used up</State>;
  if (used >= limit * NEAR) return <State kind="at_risk">{`${number(limit - used)} left`}</State>;
  return <State kind="met">{`${number(limit - used)} left`}</State>;
}
