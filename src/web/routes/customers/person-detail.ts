import type { z } from "zod";
import type { PersonDetail } from "#modules/people/contract/persons.ts";

export type CustomerPerson = z.output<typeof PersonDetail>;
