import { backup, restore } from "#main/cli/backup.ts";
import { token } from "#main/cli/token.ts";
import { user } from "#main/cli/user.ts";
import { call } from "#main/cli/call.ts";
import { clockCommand } from "#main/cli/clock.ts";
import type { CliCommand } from "#main/cli/command.ts";
import { doctor } from "#main/cli/doctor.ts";
import { exportCommand } from "#main/cli/export.ts";
import { createHelp } from "#main/cli/help.ts";
import { importCommand } from "#main/cli/import.ts";
import { invoicesCommand } from "#main/cli/invoices.ts";
import { ledgerCommand } from "#main/cli/ledger.ts";
import { metricsCommand } from "#main/cli/metrics.ts";
import { migrate } from "#main/cli/migrate.ts";
import { start } from "#main/cli/start.ts";
import { statusCommand } from "#main/cli/status.ts";

const working: readonly CliCommand[] = [
  start,
  importCommand,
  exportCommand,
  statusCommand,
  ledgerCommand,
  invoicesCommand,
  metricsCommand,
  call,
  migrate,
  token,
  user,
  backup,
  restore,
  doctor,
  clockCommand,
];

/** Every command of the command line, in the order help shows them. */
export const commands: readonly CliCommand[] = [...working, createHelp(working)];
