import { academyModule } from "#modules/academy/module.ts";
import { billingModule } from "#modules/billing/module.ts";
import { peopleModule } from "#modules/people/module.ts";
import { playbookModule } from "#modules/playbook/module.ts";
import { platformModule } from "#modules/platform/module.ts";
import { staffModule } from "#modules/staff/module.ts";

/** The rooms of the house. To add one: write its `module.ts` and list it here. */
export const modules = [
  platformModule,
  staffModule,
  playbookModule,
  peopleModule,
  billingModule,
  academyModule,
] as const;

type AnyModuleOperation = (typeof modules)[number]["operations"][number];

/** Input and output of every operation, by name; what typed calls are checked against. */
export type Operations = {
  [O in AnyModuleOperation as O["name"]]: {
    input: O["input"]["_zod"]["input"];
    output: O["output"]["_zod"]["output"];
  };
};

/** Calls an operation by its name. */
export type Call = <N extends keyof Operations>(
  name: N,
  input: Operations[N]["input"],
) => Promise<Operations[N]["output"]>;
