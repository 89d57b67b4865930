import { type AppError, refuse } from "#kernel/errors.ts";

/** The error of asking a provider for what it does not do. */
export const cannot = (title: string): AppError =>
  refuse("conflict", "billing.provider_cannot", `${title} cannot do this. Choose another way to pay.`);

/** The error of a provider that gave no answer. */
export const unreachable = (title: string): AppError =>
  refuse("unavailable", "billing.provider_unreachable", `${title} did not answer. Try again in a minute.`);

/** The error of a webhook that the provider did not send, or sent long ago. */
export const badSignature = (): AppError =>
  refuse("invalid", "billing.webhook_signature", "The signature does not fit what was sent.");
