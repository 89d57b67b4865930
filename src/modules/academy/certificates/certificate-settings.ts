import type { Db } from "#kernel/db/database.ts";
import { readSetting } from "#kernel/settings.ts";
import { CertificateSettings } from "#modules/academy/contract/certificates.ts";

/** Under which key the settings of certificates are kept. */
export const CERTIFICATES_KEY = "academy.certificates";

/** How certificates are made, as set. */
export const readCertificateSettings = (db: Db): Promise<CertificateSettings> =>
  readSetting(db, CERTIFICATES_KEY, CertificateSettings);
