import { customType, uuid } from "drizzle-orm/pg-core";
import { newId } from "#kernel/ids.ts";

/** An instant (timestamptz), as Temporal.Instant. */
export const instant = customType<{ data: Temporal.Instant; driverData: string | Date }>({
  dataType: () => "timestamptz",
  toDriver: (value) => value.toString(),
  fromDriver: (value) =>
    value instanceof Date
      ? Temporal.Instant.fromEpochMilliseconds(value.getTime())
      : Temporal.Instant.from(value),
});

/** A local date (date), as ISO text such as "2027-01-04"; its zone stands beside it. */
export const localDay = customType<{ data: string; driverData: string }>({ dataType: () => "date" });

/** A decimal number of any precision, as a JavaScript number; for measured values, never for money. */
export const measure = customType<{ data: number; driverData: string | number }>({
  dataType: () => "numeric",
  toDriver: (value) => String(value),
  fromDriver: Number,
});

/** Primary key: UUID version 7 made by the application. */
export const id = () => uuid("id").primaryKey().$defaultFn(newId);
