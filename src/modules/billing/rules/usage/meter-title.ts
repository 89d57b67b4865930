/** A meter in words for people: `studio.api_calls` is "Api calls". */
export function meterTitle(meter: string): string {
  const name = (meter.split(".").at(-1) ?? meter).replaceAll(/[_-]+/g, " ").trim();
  return name.charAt(0).toUpperCase() + name.slice(1);
}
