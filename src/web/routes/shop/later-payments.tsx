import type { z } from "zod";
import type { Checkout } from "#modules/billing/contract/checkout.ts";
import { useFormat } from "#web/format/use-format.ts";
import { cycleWords } from "./price-words.ts";

type Shown = Pick<z.output<typeof Checkout>, "instalments" | "recurrence" | "price" | "trialEndsOn">;

/** What is due after the first payment: the other instalments, or the same again each period. */
export function LaterPayments({ checkout }: { checkout: Shown }) {
  const { money, date } = useFormat();
  const { instalments, recurrence, price, trialEndsOn } = checkout;
  const amount = (minor: number) => money(BigInt(minor), price.currency);
  if (recurrence)
    return (
      <p className="mt-4 text-14 text-pretty text-muted">
        Then {amount(recurrence.totalMinor)} {cycleWords(recurrence.cycle, recurrence.cycleCount)} until you
        cancel, which you can at any time in your account.
        {trialEndsOn && " You get a mail before the trial ends."}
      </p>
    );
  const [, ...later] = instalments;
  if (later.length === 0) return null;
  const sum = instalments.reduce((total, { totalMinor }) => total + totalMinor, 0);
  return (
    <table className="mt-4 w-full text-14 text-muted">
      <caption className="pb-1 text-start">Then, with tax:</caption>
      <tbody>
        {later.map(({ dueOn, totalMinor }) => (
          <tr key={dueOn}>
            <th scope="row" className="py-1 text-start font-normal">
              {date(dueOn)}
            </th>
            <td className="py-1 ps-4 text-end whitespace-nowrap tabular-nums">{amount(totalMinor)}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row" className="py-1 text-start font-medium text-text">
            In all
          </th>
          <td className="py-1 ps-4 text-end font-medium whitespace-nowrap text-text tabular-nums">
            {amount(sum)}
          </td>
        </tr>
      </tfoot>
    </table>
  );
}
