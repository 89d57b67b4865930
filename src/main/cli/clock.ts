import { AppError } from "#kernel/errors.ts";
import type { SandboxClock } from "#kernel/sandbox-clock.ts";
import { advanceClock } from "#main/advance-clock.ts";
import { type CliCommand, usageError, word } from "#main/cli/command.ts";
import { withApp } from "#main/house.ts";

function parseInstant(text: string): Temporal.Instant {
  try {
    return text.length === 10
      ? Temporal.PlainDate.from(text).toZonedDateTime("UTC").toInstant()
      : Temporal.Instant.from(text);
  } catch {
    throw usageError(`${text} is no instant. Write 2027-01-04 or 2027-01-04T09:00:00Z.`);
  }
}

function parseDuration(text: string): Temporal.Duration {
  try {
    return Temporal.Duration.from(text);
  } catch {
    throw usageError(`${text} is no duration. Write P7D for seven days, PT6H for six hours.`);
  }
}

/** `cairn clock set|advance`: moves the clock of a sandbox; `advance` lives through every day on the way. */
export const clockCommand: CliCommand = {
  name: "clock",
  usage: "show | set INSTANT | advance DURATION",
  summary: "Shows or moves the clock of a sandbox (CAIRN_SANDBOX=1).",
  run: async (invocation) => {
    const verb = word(invocation, 0, "show, set or advance");
    if (!["show", "set", "advance"].includes(verb))
      throw usageError("Write clock show, clock set or clock advance.");
    if (verb !== "show" && !invocation.config.CAIRN_SANDBOX)
      throw new AppError(
        "conflict",
        "clock.not_a_sandbox",
        "Only the clock of a sandbox can be moved. Set CAIRN_SANDBOX=1.",
      );
    await withApp(invocation, async (app) => {
      if (verb === "show") return invocation.print(app.clock.now().toString());
      const clock = app.clock as SandboxClock;
      const text = word(invocation, 1, verb === "set" ? "the instant" : "the duration");
      const next =
        verb === "set"
          ? parseInstant(text)
          : clock.now().toZonedDateTimeISO("UTC").add(parseDuration(text)).toInstant();
      if (verb === "set") await clock.set(next);
      else await advanceClock(app, clock, next);
      invocation.print(next.toString());
    });
  },
};
