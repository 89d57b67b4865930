import { layout, route } from "@react-router/dev/routes";

/** What a student set out to do, and what they think of the course. */
export const openRoutes = [
  layout("routes/learn/learn-shell.tsx", { id: "learn-coaching" }, [
    layout("routes/learn/learn-boundary.tsx", { id: "learn-coaching-boundary" }, [
      route("learn/:course/plan", "routes/learn-coaching/plan.tsx"),
      route("learn/:course/survey", "routes/learn-coaching/survey.tsx"),
    ]),
  ]),
  layout("routes/shop/shop-layout.tsx", { id: "reminders-shop" }, [
    layout("routes/shop/shop-boundary.tsx", { id: "reminders-boundary" }, [
      route("reminders/stop/:token", "routes/learn-coaching/stop.tsx"),
      route("reminders/stopped", "routes/learn-coaching/stopped.tsx"),
    ]),
  ]),
];
