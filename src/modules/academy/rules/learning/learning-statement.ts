/** What a student did, as the learning record store is told. */
export interface LearningFact {
  verb: "initialized" | "completed" | "registered";
  /** Address of the thing: a lesson or the course. */
  activityId: string;
  name: string;
  /** BCP 47. */
  language: string;
  kind: "lesson" | "course";
  courseId: string;
  registration: string;
  at: string;
}

// Verbs and types of ADL's and the xAPI registry's published vocabularies.
const VERBS = {
  initialized: "http://adlnet.gov/expapi/verbs/initialized",
  completed: "http://adlnet.gov/expapi/verbs/completed",
  registered: "http://adlnet.gov/expapi/verbs/registered",
} as const;
const TYPES = {
  lesson: "http://adlnet.gov/expapi/activities/lesson",
  course: "http://adlnet.gov/expapi/activities/course",
} as const;

/** The statement of a fact; `actor` is who did it. A course is no context of itself. */
export function learningStatement(id: string, actor: object, fact: LearningFact) {
  const parent = fact.kind === "lesson" ? { contextActivities: { parent: [{ id: fact.courseId }] } } : {};
  return {
    id,
    actor,
    verb: { id: VERBS[fact.verb], display: { en: fact.verb } },
    object: {
      objectType: "Activity",
      id: fact.activityId,
      definition: { type: TYPES[fact.kind], name: { [fact.language]: fact.name } },
    },
    ...(fact.verb === "completed" && { result: { completion: true } }),
    context: { registration: fact.registration, ...parent },
    timestamp: fact.at,
  };
}
