import type { Aside } from "#kernel/aside/aside.ts";
import type { Cache } from "#kernel/cache/cache.ts";
import type { KeepUntilEvent } from "#kernel/cache/until-event.ts";
import type { Config } from "#kernel/config.ts";
import type { EvidenceRegistry } from "#kernel/evidence/registry.ts";
import type { FileStore } from "#kernel/files/file-store.ts";
import type { Logger } from "#kernel/log.ts";
import type { Mailer } from "#kernel/mail/queue-mail.ts";
import type { MetricRegistry } from "#kernel/metrics/registry.ts";
import type { PdfRenderer } from "#kernel/pdf/renderer.ts";
import type { Runtime } from "#kernel/operation/execute.ts";
import type { Sealer } from "#kernel/sealer.ts";
import type { CompanySettings } from "#kernel/company.ts";

/** What the house offers to every operation, job and subscriber. */
export interface Services {
  config: Config;
  log: Logger;
  files: FileStore;
  mail: Mailer;
  /** Work in processes that can be ended. */
  aside: Aside;
  sealer: Sealer;
  pdf: PdfRenderer;
  cache: Cache;
  keepUntilEvent: KeepUntilEvent;
  metrics: MetricRegistry;
  evidence: EvidenceRegistry;
  /** Name, zone, currency and locale of the company, as set. */
  company(): Promise<CompanySettings>;
  /** The whole running house, for the few places that act on what others declared: proposals, replays, search. */
  runtime(): Runtime;
}
