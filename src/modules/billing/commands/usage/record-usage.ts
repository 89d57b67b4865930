import { defineCommand } from "#kernel/operation/operation.ts";
import { RecordedUsage, RecordUsage } from "#modules/billing/contract/usage.ts";
import { recordUsage as countUsage } from "#modules/billing/usage/record-usage.ts";
import { turns } from "#modules/billing/usage/turns.ts";

/** More at once come no further on a few cores, and whoever checks a quota meanwhile would wait for all of them. */
const AT_ONCE = 2;
const inTurn = turns(AT_ONCE);

/**
 * Takes a batch of usage events. Sending a batch again is safe: what was counted is a duplicate and counted no more. No
 * audit entry: the events themselves are the record.
 */
export const recordUsage = defineCommand({
  name: "billing.record_usage",
  title: "Report what customers used",
  http: "POST /billing/usage",
  access: "billing:usage",
  unaudited: true,
  input: RecordUsage,
  output: RecordedUsage,
  run: async ({ tx, input, now }) => {
    const outcomes = await inTurn(() => countUsage(tx, input.events, now));
    const count = (kind: string) => outcomes.filter(({ outcome }) => outcome === kind).length;
    return {
      accepted: count("accepted"),
      late: count("late"),
      duplicate: count("duplicate"),
      rejected: count("rejected"),
      exceptions: outcomes.flatMap(({ outcome, reason }, index) =>
        outcome === "accepted"
          ? []
          : [{ index, eventKey: input.events[index]?.eventKey ?? "", outcome, reason }],
      ),
    };
  },
});
