import assert from "node:assert/strict";
import { describe, it } from "node:test";
import * as fc from "fast-check";
import { chooseMail, type MailFacts } from "./choose-mail.ts";
import { judgeRisk, type RiskFacts } from "./judge-risk.ts";
import { isQuiet } from "./local-clock.ts";
import { netPromoters } from "./net-promoters.ts";

const at = (text: string) => Temporal.Instant.from(text);

describe("quiet hours", () => {
  it("go over midnight, begin at their first minute and end before their last", () => {
    const quiet = { from: "21:00", until: "08:00" };
    for (const [clock, expected] of Object.entries({
      "20:59": false,
      "21:00": true,
      "00:00": true,
      "07:59": true,
      "08:00": false,
    }))
      assert.equal(isQuiet(Temporal.PlainTime.from(clock), quiet), expected, clock);
    assert.equal(isQuiet(Temporal.PlainTime.from("12:00"), { from: "08:00", until: "08:00" }), false);
    assert.equal(isQuiet(Temporal.PlainTime.from("12:30"), { from: "12:00", until: "13:00" }), true);
  });
});

const RISK: RiskFacts = {
  startedAt: at("2027-01-04T09:00:00Z"),
  lastActiveAt: at("2027-01-10T09:00:00Z"),
  zone: "Europe/Berlin",
  planDays: 2,
  durationDays: 90,
  lessonsDone: 2,
  lessons: 20,
  failedAttempts: 0,
};

describe("being at risk", () => {
  it("is a week away for who planned two days a week, two weeks for anybody else", () => {
    const on = (day: string, more: Partial<RiskFacts> = {}) =>
      judgeRisk({ ...RISK, ...more }, at(`${day}T09:00:00Z`));
    assert.deepEqual(on("2027-01-16"), []);
    assert.deepEqual(on("2027-01-17"), ["no_activity"]);
    assert.deepEqual(on("2027-01-17", { planDays: 1 }), []);
    assert.deepEqual(on("2027-01-24", { planDays: 0, lessonsDone: 4 }), ["no_activity"]);
    assert.deepEqual(on("2027-01-18", { lastActiveAt: null, planDays: 0 }), ["no_activity"]);
  });

  it("is more than a fifth behind the course's own pace, and two failed attempts", () => {
    const busy = { lastActiveAt: at("2027-02-20T09:00:00Z") };
    const on = (more: Partial<RiskFacts>) =>
      judgeRisk({ ...RISK, ...busy, ...more }, at("2027-02-20T10:00:00Z"));
    // 47 of 90 days are over: 52 percent, so 32 percent is the least.
    assert.deepEqual(on({ lessonsDone: 6 }), ["behind_schedule"]);
    assert.deepEqual(on({ lessonsDone: 7 }), []);
    assert.deepEqual(on({ lessonsDone: 0, durationDays: null }), []);
    assert.deepEqual(on({ lessonsDone: 7, failedAttempts: 2 }), ["failed_attempts"]);
  });
});

const MAIL: MailFacts = {
  zone: "Europe/Berlin",
  startedAt: at("2027-01-04T09:00:00Z"),
  lastActiveAt: null,
  planDays: [1, 3],
  planAt: "18:00",
  quiet: { from: "21:00", until: "08:00" },
  sentThisWeek: 0,
  sent: new Set(["day_3", "day_10"]),
  openEpisode: null,
};

describe("which mail a student gets", () => {
  const choose = (now: string, more: Partial<MailFacts> = {}) => chooseMail({ ...MAIL, ...more }, at(now));

  it("is a reminder on planned days from the planned time on, unless they learned today", () => {
    assert.equal(choose("2027-01-06T16:59:00Z"), undefined);
    assert.deepEqual(choose("2027-01-06T17:00:00Z"), { kind: "reminder", occasion: "2027-01-06" });
    assert.equal(choose("2027-01-07T17:00:00Z"), undefined);
    assert.equal(choose("2027-01-06T17:00:00Z", { lastActiveAt: at("2027-01-06T05:00:00Z") }), undefined);
    assert.equal(choose("2027-01-06T17:00:00Z", { sent: new Set(["reminder 2027-01-06"]) }), undefined);
  });

  it("keeps its local hour over the changes of clocks", () => {
    // Berlin: 28 March 2027 forwards, 31 October 2027 back; both are Sundays.
    const plan = { planDays: [7], startedAt: at("2027-01-04T09:00:00Z") };
    assert.equal(choose("2027-03-28T15:59:00Z", plan), undefined);
    assert.equal(choose("2027-03-28T16:00:00Z", plan)?.kind, "reminder");
    assert.equal(choose("2027-10-31T16:59:00Z", plan), undefined);
    assert.equal(choose("2027-10-31T17:00:00Z", plan)?.kind, "reminder");
  });

  it("comes after quiet hours where the plan is before them, and not at all where it is in them", () => {
    assert.equal(choose("2027-01-06T06:30:00Z", { planAt: "06:00" }), undefined);
    assert.equal(choose("2027-01-06T07:00:00Z", { planAt: "06:00" })?.kind, "reminder");
    assert.equal(choose("2027-01-06T21:30:00Z", { planAt: "22:00" }), undefined);
  });

  it("is of the welcome sequence on the third and the tenth day, and not weeks later", () => {
    const fresh = { sent: new Set<string>(), planDays: [] };
    assert.equal(choose("2027-01-06T12:00:00Z", fresh), undefined);
    assert.equal(choose("2027-01-07T07:59:00Z", fresh), undefined);
    assert.equal(choose("2027-01-07T08:00:00Z", fresh)?.kind, "day_3");
    assert.equal(choose("2027-01-14T08:00:00Z", { ...fresh, sent: new Set(["day_3"]) })?.kind, "day_10");
    assert.equal(choose("2027-02-14T08:00:00Z", fresh), undefined);
  });

  it("is a nudge once for each episode, before a reminder", () => {
    assert.deepEqual(choose("2027-01-06T17:00:00Z", { openEpisode: "e1" }), {
      kind: "nudge",
      occasion: "e1",
    });
  });

  it("never comes in quiet hours, and no third of the kind in a week, whatever else is true", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 24 * 400 }),
        fc.constantFrom("Europe/Berlin", "America/New_York", "Asia/Kolkata", "Pacific/Apia"),
        fc.integer({ min: 0, max: 3 }),
        (hours, zone, sentThisWeek) => {
          const now = at("2027-01-05T00:00:00Z").add({ hours });
          const mail = chooseMail(
            {
              ...MAIL,
              zone,
              sentThisWeek,
              sent: new Set(),
              openEpisode: "e",
              planDays: [1, 2, 3, 4, 5, 6, 7],
            },
            now,
          );
          if (!mail) return;
          assert.ok(!isQuiet(now.toZonedDateTimeISO(zone).toPlainTime(), MAIL.quiet));
          if (mail.kind === "nudge" || mail.kind === "reminder") assert.ok(sentThisWeek < 2);
        },
      ),
    );
  });
});

describe("the net promoter score", () => {
  it("is unknown below five answers, else between −100 and 100", () => {
    assert.equal(netPromoters([10, 10, 10, 10]), null);
    assert.equal(netPromoters([10, 9, 8, 7, 6]), 20);
    assert.equal(netPromoters([0, 0, 0, 0, 0]), -100);
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 10 }), { minLength: 5 }), (scores) => {
        const score = netPromoters(scores);
        assert.ok(score !== null && score >= -100 && score <= 100);
      }),
    );
  });
});
