import type { z } from "zod";
import type { CohortSummary } from "#modules/academy/contract/cohorts.ts";
import { DateInput } from "#web/ui/date-input.tsx";
import { NumberInput } from "#web/ui/number-input.tsx";
import { TextInput } from "#web/ui/text-input.tsx";
import { ZoneField } from "./zone-field.tsx";

type Cohort = z.output<typeof CohortSummary>;

/** The fields of a cohort, new or known. */
export function CohortFields({ cohort, zone }: { cohort?: Cohort; zone: string }) {
  return (
    <>
      <TextInput name="title" label="Title" maxLength={200} defaultValue={cohort?.title} />
      <div className="grid gap-4 sm:grid-cols-2">
        <DateInput
          name="startsOn"
          label="First day"
          hint="Lessons that open by days count from it."
          defaultValue={cohort?.startsOn}
        />
        <DateInput name="endsOn" label="Last day" defaultValue={cohort?.endsOn} />
      </div>
      <ZoneField zone={cohort?.zone ?? zone} hint="Whose days and times these are." />
      <NumberInput
        name="capacity"
        label="Places"
        hint="Empty: as many as come."
        optional
        defaultValue={cohort?.capacity ?? undefined}
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <DateInput
          name="enrolFromOn"
          label="Students may choose it from"
          hint="Both empty: staff alone place students."
          optional
          defaultValue={cohort?.enrolFromOn ?? undefined}
        />
        <DateInput
          name="enrolUntilOn"
          label="To, that day included"
          optional
          defaultValue={cohort?.enrolUntilOn ?? undefined}
        />
      </div>
    </>
  );
}
