import { usePermission } from "#web/shell/use-shell.ts";
import { Tabs } from "#web/ui/tabs.tsx";

const PAYMENTS = "/console/billing/payments";
const all = [{ label: "Received", to: PAYMENTS }];
const money = [
  { label: "To match", to: `${PAYMENTS}/to-match` },
  { label: "Bank statements", to: `${PAYMENTS}/statements` },
  { label: "Ways to pay", to: `${PAYMENTS}/providers` },
];

/** The views of payments; matching and statements are for those who keep the money. */
export function PaymentTabs() {
  const keepsMoney = usePermission("billing:money");
  return <Tabs label="Payments" tabs={keepsMoney ? [...all, ...money] : all} />;
}
