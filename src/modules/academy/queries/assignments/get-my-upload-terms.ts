import { defineQuery } from "#kernel/operation/operation.ts";
import { readDraftFiles } from "#modules/academy/assignments/draft-row.ts";
import { demandHandIn, openMyAssignment } from "#modules/academy/assignments/my-assignment.ts";
import { MyAssignmentRef, UploadTerms } from "#modules/academy/contract/submissions.ts";

/** What files may be sent now, asked before one is read. Errors: those of opening the assignment and of handing in. */
export const getMyUploadTerms = defineQuery({
  name: "academy.get_my_upload_terms",
  title: "Say what files one's work takes",
  http: "GET /academy/my/courses/:courseSlug/assignments/:assignmentKey/upload-terms",
  access: "customer",
  input: MyAssignmentRef,
  output: UploadTerms,
  run: async (context) => {
    const mine = await openMyAssignment(context, context.db, context.input);
    demandHandIn(mine);
    const { enrollment, assignment } = mine;
    const files = await readDraftFiles(context.db, {
      enrollmentId: enrollment.id,
      assignmentKey: assignment.key,
    });
    const { maxFileBytes, fileTypes, maxFiles } = assignment.settings;
    return { maxFileBytes, fileTypes, filesLeft: Math.max(0, maxFiles - files.length) };
  },
});
