import { index, route } from "@react-router/dev/routes";

const page = (name: string) => `routes/academy-authoring/${name}.tsx`;

/** Courses: what they teach, how they read, and which version is out. */
export const consoleRoutes = [
  route("console/academy", page("academy"), [
    index(page("list")),
    route("courses/new", page("new")),
    route("courses/:courseId", page("course"), [
      index(page("outline")),
      route("lessons/:lessonKey", page("lesson")),
      route("lessons/:lessonKey/history", page("history")),
      route("lessons/:lessonKey/preview", page("preview")),
      route("page", page("facts")),
      route("files", page("files")),
      route("versions", page("versions")),
      route("settings", page("settings")),
    ]),
  ]),
];
