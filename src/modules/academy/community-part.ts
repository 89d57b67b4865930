import { answerQuestion } from "#modules/academy/commands/community/answer-question.ts";
import { askOn } from "#modules/academy/commands/community/ask-on.ts";
import { askQuestion } from "#modules/academy/commands/community/ask-question.ts";
import { assignQuestion } from "#modules/academy/commands/community/assign-question.ts";
import { createAnnouncement } from "#modules/academy/commands/community/create-announcement.ts";
import { deletePost } from "#modules/academy/commands/community/delete-post.ts";
import { editPost } from "#modules/academy/commands/community/edit-post.ts";
import { moderatePost } from "#modules/academy/commands/community/moderate-post.ts";
import { publishAnnouncement } from "#modules/academy/commands/community/publish-announcement.ts";
import { replyAsStaff } from "#modules/academy/commands/community/reply-as-staff.ts";
import { replyToThread } from "#modules/academy/commands/community/reply-to-thread.ts";
import { reportPost } from "#modules/academy/commands/community/report-post.ts";
import { setAnnouncementMail } from "#modules/academy/commands/community/set-announcement-mail.ts";
import { setMyDiscussionName } from "#modules/academy/commands/community/set-my-discussion-name.ts";
import { setQuestionStatus } from "#modules/academy/commands/community/set-question-status.ts";
import { startThread } from "#modules/academy/commands/community/start-thread.ts";
import { updateAnnouncement } from "#modules/academy/commands/community/update-announcement.ts";
import { withdrawAnnouncement } from "#modules/academy/commands/community/withdraw-announcement.ts";
import { accountQuestionCard, questionCard } from "#modules/academy/community/question-cards.ts";
import * as events from "#modules/academy/events/community.ts";
import { publishAnnouncements } from "#modules/academy/jobs/publish-announcements.ts";
import type { AcademyPart } from "#modules/academy/part.ts";
import { communityData } from "#modules/academy/personal-data/community.ts";
import { getAnnouncement } from "#modules/academy/queries/community/get-announcement.ts";
import { getDiscussionThread } from "#modules/academy/queries/community/get-discussion-thread.ts";
import { getMyDiscussionName } from "#modules/academy/queries/community/get-my-discussion-name.ts";
import { getStudentQuestion } from "#modules/academy/queries/community/get-student-question.ts";
import { getThread } from "#modules/academy/queries/community/get-thread.ts";
import { listAnnouncements } from "#modules/academy/queries/community/list-announcements.ts";
import { listMyAnnouncements } from "#modules/academy/queries/community/list-my-announcements.ts";
import { listMyQuestions } from "#modules/academy/queries/community/list-my-questions.ts";
import { listPosts } from "#modules/academy/queries/community/list-posts.ts";
import { listStudentQuestions } from "#modules/academy/queries/community/list-student-questions.ts";
import { listThreads } from "#modules/academy/queries/community/list-threads.ts";
import { mailAnnouncements } from "#modules/academy/subscribers/community/mail-announcements.ts";
import { QUESTION_ASKED, tellOfQuestions } from "#modules/academy/subscribers/community/tell-of-questions.ts";
import { POST_REPORTED, tellOfReports } from "#modules/academy/subscribers/community/tell-of-reports.ts";

/** Discussions of lessons, announcements and questions. */
export const communityPart = {
  operations: [
    listThreads,
    getThread,
    startThread,
    replyToThread,
    editPost,
    deletePost,
    reportPost,
    getMyDiscussionName,
    setMyDiscussionName,
    listPosts,
    getDiscussionThread,
    moderatePost,
    replyAsStaff,
    createAnnouncement,
    updateAnnouncement,
    withdrawAnnouncement,
    publishAnnouncement,
    listAnnouncements,
    getAnnouncement,
    listMyAnnouncements,
    setAnnouncementMail,
    askQuestion,
    askOn,
    answerQuestion,
    assignQuestion,
    setQuestionStatus,
    listMyQuestions,
    listStudentQuestions,
    getStudentQuestion,
  ],
  events: Object.values(events),
  subscribers: [mailAnnouncements, tellOfQuestions, tellOfReports],
  jobs: [publishAnnouncements],
  notices: [
    { kind: QUESTION_ASKED, title: "A student asks a question", delivery: "mail" },
    { kind: POST_REPORTED, title: "A student reports a post", delivery: "mail" },
  ],
  cards: [questionCard],
  accountCards: [accountQuestionCard],
  personalData: communityData,
  // Of two people who become one, what the kept one chose stays.
  accountRows: [
    { table: "academy.discussion_author", owner: "person", stays: true },
    { table: "academy.discussion_report", owner: "person", stayWhenSame: ["post_id"] },
    { table: "academy.announcement_opt_out", owner: "person", stayWhenSame: ["course_id"] },
  ],
} as const satisfies AcademyPart;
