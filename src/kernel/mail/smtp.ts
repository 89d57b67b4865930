import { Readable } from "node:stream";
import MailComposer from "nodemailer/lib/mail-composer";
import { parseConnectionUrl } from "nodemailer/lib/shared";
import type { MailAttachment } from "#kernel/mail/attachments.ts";
import SMTPConnection from "nodemailer/lib/smtp-connection";

/** A mail ready for the wire. */
export interface OutgoingMail {
  from: string;
  to: { name: string; address: string };
  subject: string;
  text: string;
  html?: string;
  headers: Record<string, string>;
  attachments: MailAttachment[];
  messageId: string;
  date: Temporal.Instant;
}

/**
 * What became of it. `retry`: surely not taken, may be tried again. `failed`: refused for good. `unknown`: the
 * line broke after the message was on its way, so the server may have it; sending again could deliver it twice.
 */
export type SmtpOutcome =
  | { result: "sent"; response: string }
  | { result: "retry" | "failed" | "unknown"; error: string };

const TIMEOUTS = {
  connectionTimeout: 10_000,
  greetingTimeout: 10_000,
  socketTimeout: 30_000,
  dnsTimeout: 10_000,
};

const once = (work: (done: (error?: Error | null) => void) => void): Promise<void> =>
  new Promise((resolve, reject) => work((error) => (error ? reject(error) : resolve())));

async function compose(mail: OutgoingMail) {
  const { date, from, ...rest } = mail;
  const node = new MailComposer({
    ...rest,
    from,
    date: new Date(date.epochMilliseconds),
    disableFileAccess: true,
    disableUrlAccess: true,
  }).compile();
  return { envelope: node.getEnvelope(), bytes: await node.build() };
}

function judge(error: unknown, messageStarted: boolean): SmtpOutcome {
  const { responseCode, message, code } = error as SMTPConnection.SMTPError;
  const words = message || code || "The mail server could not be reached.";
  if (responseCode !== undefined && responseCode >= 500) return { result: "failed", error: words };
  if (responseCode !== undefined && responseCode >= 400) return { result: "retry", error: words };
  return { result: messageStarted ? "unknown" : "retry", error: words };
}

/** Hands one mail to the server at `url` (smtp:// or smtps://, user and password in it). Never throws. */
export async function sendBySmtp(url: string, mail: OutgoingMail): Promise<SmtpOutcome> {
  let messageStarted = false;
  const options = parseConnectionUrl(url);
  const connection = new SMTPConnection({ ...TIMEOUTS, ...options });
  // Errors after the answer have nobody to go to; those before reach the callbacks as well.
  const broken = new Promise<never>((_, reject) => connection.on("error", reject));
  broken.catch(() => {});
  const step = (work: (done: (error?: Error | null) => void) => void) => Promise.race([once(work), broken]);
  try {
    const { envelope, bytes } = await compose(mail);
    await step((done) => connection.connect(done));
    const { auth } = options;
    if (auth && "user" in auth)
      await step((done) => connection.login(auth as SMTPConnection.Credentials, done));
    // Read only once the server has said it takes the message: that is the point of no return.
    const body = Readable.from(
      (function* () {
        messageStarted = true;
        yield bytes;
      })(),
    );
    let response = "";
    await step((done) =>
      connection.send({ from: envelope.from, to: envelope.to }, body, (error, info) => {
        response = info?.response ?? "";
        done(error);
      }),
    );
    return { result: "sent", response };
  } catch (error) {
    return judge(error, messageStarted);
  } finally {
    connection.close();
  }
}
