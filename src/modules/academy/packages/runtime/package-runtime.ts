// Runs in the pages of a package before anything of theirs. The pages have an origin of their own that nothing of the house
// can be reached from, and no two of them share it: so each gets the API itself, with the data it begins with in its
// address, and saves to an address that is good for this window alone.
// It is no module when it runs: what serves it puts it into a function of its own.

/** What a page of a package tells the page it is shown in. */
export type PackageMessage = { cairn: "package" } & (
  | { event: "begun" }
  | { event: "saved" | "replaced"; isComplete: boolean }
  | { event: "failed"; status: number }
  | { event: "ended"; navigation: string }
);

interface Given {
  kind: "scorm12" | "scorm2004";
  /** Where commits go. */
  stateUrl: string;
  /** Names the launch, so that what another one left is not taken for ours. */
  launch: string;
  cmi: Record<string, string>;
}
interface Engine {
  loadFromFlattenedJSON(cmi: Record<string, string>): void;
  getCommitObject(isEnd: boolean): Record<string, unknown>;
  on(event: string, listener: (element: string, value: unknown) => void): void;
  isInitialized(): boolean;
  isTerminated(): boolean;
  [method: string]: unknown;
}
interface Kept {
  launch: string;
  seq: number;
  cmi: Record<string, string>;
  isEnd: boolean;
}
type Engines = Record<"Scorm12API" | "Scorm2004API", new (settings: object) => Engine>;

const MARK = "cairn-package:";
const given = JSON.parse(document.currentScript?.dataset.cairn ?? "{}") as Given;
const is12 = given.kind === "scorm12";
const names = is12
  ? { begin: "LMSInitialize", set: "LMSSetValue", commit: "LMSCommit", end: "LMSFinish" }
  : { begin: "Initialize", set: "SetValue", commit: "Commit", end: "Terminate" };
/** The page the player shows; pages within that page's own frames work through it. */
const isOuter = window.parent === window.top;
const tell = (to: Window, message: object) => to.postMessage({ cairn: "package", ...message }, "*");

// Content that remembers things in the browser would stop at the first try: here it remembers them until it is closed.
const memory = () => {
  const values = new Map<string, string>();
  return {
    getItem: (name: string) => values.get(String(name)) ?? null,
    setItem: (name: string, value: string) => void values.set(String(name), String(value)),
    removeItem: (name: string) => void values.delete(String(name)),
    clear: () => values.clear(),
    key: (at: number) => [...values.keys()][at] ?? null,
    get length() {
      return values.size;
    },
  };
};
for (const name of ["localStorage", "sessionStorage"])
  Object.defineProperty(window, name, { value: memory(), configurable: true });
let cookie = "";
Object.defineProperty(document, "cookie", {
  get: () => cookie,
  set: (text: string) => {
    const [pair = ""] = String(text).split(";");
    const [name = ""] = pair.split("=");
    cookie = [...cookie.split("; ").filter((one) => one !== "" && !one.startsWith(`${name}=`)), pair].join(
      "; ",
    );
  },
  configurable: true,
});

/** What an earlier page in this very frame left; a page that follows another must not begin with older data. */
const left = (): Kept | undefined => {
  if (!isOuter || !window.name.startsWith(MARK)) return undefined;
  try {
    const kept = JSON.parse(window.name.slice(MARK.length)) as Kept;
    return kept.launch === given.launch ? kept : undefined;
  } catch {
    return undefined;
  }
};
const before = left();
let seq = before?.seq ?? 0;
let isDirty = false;
let navigation = "";

const texts = (values: Record<string, unknown>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) =>
      typeof value === "string" || typeof value === "number" || typeof value === "boolean"
        ? [[name, String(value)] as const]
        : [],
    ),
  );
const remember = (cmi: Record<string, string>, isEnd: boolean) => {
  if (isOuter) window.name = MARK + JSON.stringify({ launch: given.launch, seq, cmi, isEnd } satisfies Kept);
};

const answered = (status: number, text: string): boolean => {
  if (status !== 200) {
    tell(window.parent, { event: "failed", status });
    return false;
  }
  const answer = JSON.parse(text) as { isKept: boolean; isReplaced: boolean; isComplete: boolean };
  tell(window.parent, { event: answer.isReplaced ? "replaced" : "saved", isComplete: answer.isComplete });
  return !answer.isReplaced;
};

/** Commits wait for the answer: what the content is told is kept, is kept. */
const saveNow = (body: string): boolean => {
  try {
    const request = new XMLHttpRequest();
    request.open("POST", given.stateUrl, false);
    request.setRequestHeader("content-type", "text/plain");
    request.send(body);
    return answered(request.status, request.responseText);
  } catch {
    // While a page goes away browsers refuse to wait; they carry a last message out.
    return navigator.sendBeacon(given.stateUrl, body);
  }
};
const saveSoon = (body: string): boolean => {
  fetch(given.stateUrl, { method: "POST", body, headers: { "content-type": "text/plain" } }).then(
    async (response) => answered(response.status, await response.text()),
    () => tell(window.parent, { event: "failed", status: 0 }),
  );
  return true;
};
const save = (values: Record<string, unknown>, isEnd: boolean, how: (body: string) => boolean): boolean => {
  const cmi = texts(values);
  seq += 1;
  isDirty = false;
  remember(cmi, isEnd);
  return how(JSON.stringify({ seq, cmi, isEnd }));
};

const httpService = {
  processHttpRequest: (
    ...[, values, isEnd, , , metadata]: [
      url: string,
      values: Record<string, unknown>,
      isEnd: boolean,
      log: unknown,
      listeners: unknown,
      metadata?: { trigger?: string },
    ]
  ) => {
    if (!isOuter) return { result: "true", errorCode: 0 };
    const isKept = save(values, isEnd, metadata?.trigger === "autocommit" ? saveSoon : saveNow);
    return { result: String(isKept), errorCode: isKept ? 0 : is12 ? 101 : 391 };
  },
  updateSettings: () => {},
};
const engines = window as unknown as Engines;
const engine = new (is12 ? engines.Scorm12API : engines.Scorm2004API)({
  autocommit: true,
  autocommitSeconds: 10,
  lmsCommitUrl: given.stateUrl,
  dataCommitFormat: "flattened",
  sendFullCommit: true,
  mastery_override: true,
  logLevel: 5,
  httpService,
});
engine.loadFromFlattenedJSON({ ...given.cmi, ...(before && !before.isEnd ? before.cmi : {}) });
const call = (method: string, ...values: string[]): string =>
  (engine[method] as (...values: string[]) => string).apply(engine, values);

engine.on(names.set, (element, value) => {
  isDirty = true;
  if (element === "adl.nav.request") navigation = String(value);
  if (!isOuter) tell(window.parent, { forward: names.set, values: [element, String(value)] });
});
for (const method of [names.begin, names.commit, names.end])
  engine.on(method, () => {
    if (!isOuter) tell(window.parent, { forward: method, values: [""] });
    else if (method === names.begin) tell(window.parent, { event: "begun" });
    else if (method === names.end) tell(window.parent, { event: "ended", navigation });
  });

// From pages in frames within: outwards, until the page that saves.
window.addEventListener("message", ({ data, source }) => {
  if (data?.cairn !== "package" || typeof data.forward !== "string" || source === window.parent) return;
  if (!isOuter) return tell(window.parent, data);
  if (![names.begin, names.set, names.commit, names.end].includes(data.forward)) return;
  if (data.forward === names.begin && engine.isInitialized()) return;
  if (data.forward !== names.begin && !engine.isInitialized()) call(names.begin, "");
  call(data.forward, ...(data.values as string[]).map(String));
});

window.addEventListener("pagehide", () => {
  if (isOuter && isDirty && engine.isInitialized() && !engine.isTerminated())
    save(engine.getCommitObject(false), false, (body) => navigator.sendBeacon(given.stateUrl, body));
});
Object.defineProperty(window, is12 ? "API" : "API_1484_11", {
  value: engine,
  configurable: true,
  writable: true,
});
