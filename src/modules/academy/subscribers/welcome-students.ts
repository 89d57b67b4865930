import { defineSubscriber } from "#kernel/events/event.ts";
import { readCoachingSettings } from "#modules/academy/coaching/coaching-settings.ts";
import { queueCoachingMail } from "#modules/academy/coaching/queue-coaching-mail.ts";
import { StudentEnrolled } from "#modules/academy/events/learning.ts";

/** Who is enrolled is welcomed, in the same step. */
export const welcomeStudents = defineSubscriber({
  name: "academy.welcome_students",
  events: [StudentEnrolled.name],
  handle: async (event, context) => {
    const { sendsWelcomeSequence } = await readCoachingSettings(context.tx);
    if (!sendsWelcomeSequence) return;
    const { enrollmentId } = StudentEnrolled.payload.parse(event.payload);
    await queueCoachingMail(context, { enrollmentId, kind: "welcome", occasion: "" });
  },
});
