export type { BackupHeader } from "#kernel/db/backup/format.ts";
export { verifyBackup } from "#kernel/db/backup/read-backup.ts";
export { type RestoreOptions, type RestoreSummary, restoreBackup } from "#kernel/db/backup/restore-backup.ts";
export { type BackupOptions, type BackupSummary, writeBackup } from "#kernel/db/backup/write-backup.ts";
