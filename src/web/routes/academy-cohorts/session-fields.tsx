import type { z } from "zod";
import type { SessionDetail } from "#modules/academy/contract/sessions.ts";
import { DateInput } from "#web/ui/date-input.tsx";
import { NumberInput } from "#web/ui/number-input.tsx";
import { TextArea } from "#web/ui/text-area.tsx";
import { TextInput } from "#web/ui/text-input.tsx";
import { ZoneField } from "./zone-field.tsx";

export type Session = z.output<typeof SessionDetail>;

/** An instant as a field of local date and time shows it. */
export function localInField(at: string, zone: string): string {
  return new Intl.DateTimeFormat("sv-SE", {
    timeZone: zone,
    dateStyle: "short",
    timeStyle: "short",
  })
    .format(new Date(at))
    .replace(" ", "T");
}

/** The fields of a live session, new or known. */
export function SessionFields({ session, zone }: { session?: Session; zone: string }) {
  const at = session?.zone ?? zone;
  return (
    <>
      <TextInput name="title" label="Title" maxLength={200} defaultValue={session?.title} />
      <div className="grid items-start gap-4 sm:grid-cols-2">
        <DateInput
          name="startsAtLocal"
          withTime
          label="Starts"
          hint="By the clock of the zone below."
          defaultValue={session && localInField(session.startsAt, at)}
        />
        <NumberInput
          name="durationMinutes"
          label="Lasts"
          unit="minutes"
          defaultValue={session?.durationMinutes ?? 60}
        />
      </div>
      <ZoneField zone={at} />
      <TextInput
        name="joinUrl"
        type="url"
        label="Link to come in"
        hint="Students of the cohort see it from 15 minutes before the start. Begins with https."
        optional
        defaultValue={session?.joinUrl ?? undefined}
      />
      <NumberInput
        name="capacity"
        label="Places"
        hint="Empty: as many as come."
        optional
        defaultValue={session?.capacity ?? undefined}
      />
      <TextInput
        name="key"
        label="Live block"
        hint="The short name of the live block in the lessons this is the date of. Empty: of none."
        optional
        maxLength={80}
        defaultValue={session?.key ?? undefined}
      />
      <TextArea
        name="description"
        label="What it is about"
        optional
        rows={3}
        maxLength={5000}
        defaultValue={session?.description}
      />
    </>
  );
}
