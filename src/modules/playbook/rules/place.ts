const NODE_PLACES: Record<string, string> = {
  deliverable: "deliverables",
  workPackage: "work",
  risk: "risks",
  criterion: "scorecard",
  kpi: "scorecard",
};

/** The page of a part of the plan, as a path of the house; parts without a page of their own lie on the timeline. */
export function placeOfNode(kind: string, id: string): string {
  const folder = NODE_PLACES[kind];
  return folder ? `/console/plan/${folder}/${id}` : "/console/plan/timeline";
}

/** The page of a review. */
export const placeOfReview = (reviewId: string): string => `/console/plan/reviews/${reviewId}`;

/** The page of an experiment. */
export const placeOfExperiment = (experimentId: string): string =>
  `/console/plan/experiments/${experimentId}`;

/** The page of all gates. */
export const PLACE_OF_GATES = "/console/plan/gates";

/** The page of the questions the plan leaves open. */
export const PLACE_OF_QUESTIONS = "/console/plan/questions";

/** The page of what waits for the person who looks. */
export const PLACE_OF_MY_WORK = "/console/plan/my-work";
