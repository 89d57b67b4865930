type Json = unknown;

/** A statement that uses every property there is, and breaks no rule. */
export function fullStatement(): Record<string, Json> {
  return {
    id: "fd41c918-b88b-4b20-a0a5-a4c32391aaa0",
    actor: { objectType: "Agent", name: "Ada", mbox: "mailto:ada@example.com" },
    verb: {
      id: "http://adlnet.gov/expapi/verbs/answered",
      display: { "en-US": "answered", de: "beantwortete" },
    },
    object: {
      objectType: "Activity",
      id: "http://example.com/questions/1",
      definition: {
        name: { "en-US": "A question" },
        description: { "en-US": "Which one?" },
        type: "http://adlnet.gov/expapi/activities/cmi.interaction",
        moreInfo: "http://example.com/more",
        interactionType: "choice",
        correctResponsesPattern: ["a[,]b"],
        choices: [
          { id: "a", description: { "en-US": "First" } },
          { id: "b", description: { "en-US": "Second" } },
        ],
        extensions: { "http://example.com/ext": { deep: [1, null] } },
      },
    },
    result: {
      score: { scaled: 0.5, raw: 5, min: 0, max: 10 },
      success: true,
      completion: false,
      response: "a[,]b",
      duration: "PT1M3.5S",
      extensions: { "http://example.com/null": null },
    },
    context: {
      registration: "ec531277-b57b-4c15-8d91-d292c5b2b8f7",
      instructor: {
        objectType: "Agent",
        name: "Ivo",
        account: { homePage: "http://example.com", name: "ivo" },
      },
      team: {
        objectType: "Group",
        name: "Team",
        mbox: "mailto:team@example.com",
        member: [{ mbox: "mailto:m@example.com" }],
      },
      contextActivities: {
        parent: { id: "http://example.com/parent" },
        grouping: [{ objectType: "Activity", id: "http://example.com/grouping" }],
        category: [{ id: "http://example.com/category" }],
        other: [{ id: "http://example.com/other" }],
      },
      revision: "2",
      platform: "Web",
      language: "en-GB",
      statement: { objectType: "StatementRef", id: "6690e6c9-3ef0-4ed3-8b37-7f3964730bee" },
      extensions: { "http://example.com/ext": "x" },
    },
    timestamp: "2013-05-18T05:32:34.804Z",
    stored: "2013-05-18T05:32:34.804Z",
    authority: { objectType: "Agent", mbox: "mailto:lrs@example.com" },
    version: "1.0.3",
    attachments: [
      {
        usageType: "http://example.com/usage",
        display: { "en-US": "A file" },
        description: { "en-US": "Of words" },
        contentType: "text/plain; charset=ascii",
        length: 27,
        sha2: "495395e777cd98da653df9615d09c0fd6bb2f8d4788394cd53c56a3bfdcd848a",
        fileUrl: "http://example.com/file.txt",
      },
    ],
  };
}

/** The place of a value: names and indexes divided by dots. */
export type Place = string;

/** A copy with the value put at a place; undefined takes the property away. */
export function withValue(value: Record<string, Json>, place: Place, put: Json): Record<string, Json> {
  const copy = structuredClone(value);
  const steps = place.split(".");
  const last = steps.pop() ?? "";
  let at: Record<string, Json> = copy;
  for (const step of steps) at = at[step] as Record<string, Json>;
  if (put === undefined) delete at[last];
  else at[last] = put;
  return copy;
}
