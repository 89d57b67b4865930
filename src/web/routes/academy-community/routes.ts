import { index, route } from "@react-router/dev/routes";

/** What students say and ask, and what is announced to them. */
export const consoleRoutes = [
  route("console/academy/community", "routes/academy-community/section.tsx", [
    index("routes/academy-community/posts.tsx"),
    route("threads/:threadId", "routes/academy-community/thread.tsx"),
    route("questions", "routes/academy-community/questions.tsx"),
    route("questions/:questionId", "routes/academy-community/question.tsx"),
    route("announcements", "routes/academy-community/announcements.tsx"),
    route("announcements/new", "routes/academy-community/new-announcement.tsx"),
    route("announcements/:announcementId", "routes/academy-community/announcement.tsx"),
  ]),
];
