import { defineSubscriber } from "#kernel/events/event.ts";
import { issueCertificate } from "#modules/academy/certificates/issue-certificate.ts";
import { CourseCompleted } from "#modules/academy/events/learning.ts";

/** Who completes a course is given its certificate. */
export const issueCertificates = defineSubscriber({
  name: "academy.issue_certificates",
  events: [CourseCompleted.name],
  handle: async (event, context) => {
    await issueCertificate(context, CourseCompleted.payload.parse(event.payload).enrollmentId);
  },
});
