import { index, route } from "@react-router/dev/routes";

/** Looking back and trying out: the weekly reviews and the experiments. */
export const consoleRoutes = [
  route("console/plan/reviews", "routes/plan-reviews/reviews-section.tsx", [
    index("routes/plan-reviews/list.tsx"),
    route(":reviewId", "routes/plan-reviews/review.tsx"),
  ]),
  route("console/plan/reviews.csv", "routes/plan-reviews/reviews-csv.ts"),
  route("console/plan/experiments", "routes/plan-reviews/experiments-section.tsx", [
    index("routes/plan-reviews/experiments.tsx"),
    route("new", "routes/plan-reviews/new-experiment.tsx"),
    route(":experimentId", "routes/plan-reviews/experiment.tsx"),
  ]),
  route("console/plan/experiments.csv", "routes/plan-reviews/experiments-csv.ts"),
];
