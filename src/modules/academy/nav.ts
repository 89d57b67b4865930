import type { NavEntry } from "#kernel/module.ts";

/** The academy's place in the console. */
export const academyNav: readonly NavEntry[] = [
  {
    label: "Academy",
    href: "/console/academy",
    icon: "graduation-cap",
    permission: "academy:read",
    order: 25,
    children: [
      { label: "Students", href: "/console/academy/students", permission: "academy:read" },
      { label: "Quizzes", href: "/console/academy/quizzes", permission: "academy:read" },
      { label: "Learning records", href: "/console/academy/records", permission: "academy:read" },
      { label: "Marking", href: "/console/academy/assignments", permission: "academy:grade" },
      { label: "Grades", href: "/console/academy/grades", permission: "academy:grade" },
      { label: "Course numbers", href: "/console/academy/insight", permission: "academy:read" },
      { label: "Cohorts", href: "/console/academy/cohorts", permission: "academy:read" },
      { label: "At risk", href: "/console/academy/at-risk", permission: "academy:read" },
      { label: "Feedback", href: "/console/academy/feedback", permission: "academy:read" },
      { label: "Certificates", href: "/console/academy/certificates", permission: "academy:read" },
      { label: "Community", href: "/console/academy/community", permission: "academy:moderate" },
      { label: "Packages", href: "/console/academy/packages", permission: "academy:read" },
      { label: "Import and export", href: "/console/academy/imports", permission: "academy:write" },
    ],
  },
];
