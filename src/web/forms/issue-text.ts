import type { z } from "zod";

/** A fault of a field in plain words: what to enter, never what was wrong with the person. */
export function issueText(issue: z.core.$ZodRawIssue): string {
  switch (issue.code) {
    case "invalid_type":
      return issue.input === undefined || issue.input === null
        ? missing(issue.expected)
        : wrongType(issue.expected);
    case "too_small":
      return tooSmall(issue);
    case "too_big":
      return tooBig(issue);
    case "invalid_format":
      return formats[issue.format] ?? "Enter this in the form shown";
    case "invalid_value":
      return "Choose one of the options";
    case "not_multiple_of":
      return `Enter a multiple of ${issue.divisor}`;
    case "invalid_union":
      return "Choose one of the options";
    case "unrecognized_keys":
      return `This form has fields that are not known: ${issue.keys.join(", ")}. Reload the page and try again`;
    default:
      return "Check this value";
  }
}

const formats: Record<string, string> = {
  email: "Enter an e-mail address, such as name@example.com",
  url: "Enter a full web address, such as https://example.com",
  uuid: "Choose one of the options",
  date: "Enter a date as year, month, day, such as 2027-05-14",
  datetime: "Enter a date and a time",
  time: "Enter a time, such as 09:30",
};

function missing(expected: string): string {
  if (expected === "number" || expected === "int" || expected === "bigint") return "Enter a number";
  if (expected === "date") return "Enter a date";
  if (expected === "file") return "Choose a file";
  return "Fill this in";
}

function wrongType(expected: string): string {
  if (expected === "number" || expected === "bigint") return "Enter a number";
  if (expected === "int") return "Enter a whole number";
  return "Check this value";
}

function tooSmall({ origin, minimum, inclusive }: z.core.$ZodRawIssue<z.core.$ZodIssueTooSmall>): string {
  const least = Number(minimum);
  if (origin === "string") return least <= 1 ? "Fill this in" : `Enter at least ${least} characters`;
  if (origin === "array" || origin === "set")
    return least === 1 ? "Choose at least one" : `Choose at least ${least}`;
  return inclusive === false ? `Enter more than ${minimum}` : `Enter ${minimum} or more`;
}

function tooBig({ origin, maximum, inclusive }: z.core.$ZodRawIssue<z.core.$ZodIssueTooBig>): string {
  if (origin === "string") return `Use at most ${maximum} characters`;
  if (origin === "array" || origin === "set") return `Choose at most ${maximum}`;
  if (origin === "file") return `Choose a file of at most ${Math.floor(Number(maximum) / 1_000_000)} MB`;
  return inclusive === false ? `Enter less than ${maximum}` : `Enter ${maximum} or less`;
}
