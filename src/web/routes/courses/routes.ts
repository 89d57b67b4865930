import { layout, route } from "@react-router/dev/routes";

/** Courses as visitors see them. */
export const openRoutes = [
  layout("routes/shop/shop-layout.tsx", { id: "courses-shop" }, [
    layout("routes/courses/courses-boundary.tsx", [
      route("courses", "routes/courses/catalogue.tsx"),
      route("courses/:slug", "routes/courses/course.tsx", { id: "public-course" }),
      route("courses/:slug/preview/:lesson", "routes/courses/preview.tsx"),
    ]),
  ]),
];
