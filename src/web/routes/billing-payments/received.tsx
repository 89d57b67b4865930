import { localDate } from "#web/format/local-date.ts";
import { useFormat } from "#web/format/use-format.ts";
import { Day, Moment } from "#web/ui/time.tsx";

/** When money came: to the minute where the provider knows it, the day where a bank booked it. */
export function Received({ payment }: { payment: { provider: string; receivedAt: string } }) {
  const { zone } = useFormat();
  const isByDay = payment.provider === "bank_transfer" || payment.provider === "manual";
  return isByDay ? <Day on={localDate(payment.receivedAt, zone)} /> : <Moment at={payment.receivedAt} />;
}
