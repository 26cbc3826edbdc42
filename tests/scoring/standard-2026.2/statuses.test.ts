import { describe, expect, test } from "vitest";
import type { Answer, Answers } from "#questionnaires/answers";
import { clean, rate2, workedWith } from "./support";

const value = (parts: NonNullable<Answer["value"]>): Answer => ({ value: parts });
const row = (cells: Record<string, string | number | string[]>, id = "r1") => ({ id, cells });
/** The worked example with partners asked: nothing else stands between it and "no, checked". */
const asked = { E3: value({ "since-2018": "no-asked" }) };
const dprk = (change: Readonly<Record<string, Answer | undefined>>) =>
  rate2(workedWith({ ...asked, ...change })).dprkLabour;

describe("no, checked", () => {
  test("is said of answers that were checked", () => {
    expect(dprk({})).toBe("no-checked");
    expect(dprk({ E3: value({ "since-2018": "no-not-asked" }) })).toBe("no-not-checked");
    expect(rate2(clean).dprkLabour).toBe("no-checked");
  });

  test.each<[string, Record<string, Answer | undefined>, string]>([
    ["E5 don't know", { E5: { unsure: "dk" } }, "unknown"],
    ["E5 on legal advice", { E5: { unsure: "legal" } }, "unknown"],
    ["E5 blank", { E5: undefined }, "unknown"],
    ["E5 half given", { E5: value({ answer: "yes" }) }, "unknown"],
    ["a sender that is another state", { E5: value({ answer: "yes", sender: "other" }) }, "no-checked"],
    ["E1 don't know", { E1: { unsure: "dk" } }, "unknown"],
    ["E3 with nothing but a time", { E3: value({ when: "after" }) }, "unknown"],
    ["E9 no check", { E9: value({ answer: ["none"] }) }, "no-not-checked"],
    ["E9 only the word of agents", { E9: value({ answer: ["agents-word"] }) }, "no-not-checked"],
    ["E9 their word and the originals", { E9: value({ answer: ["agents-word", "original-seen"] }) }, "no-checked"],
    ["E9 don't know", { E9: { unsure: "dk" } }, "no-not-checked"],
    ["D2 don't know", { D2: { unsure: "dk" } }, "no-not-checked"],
    ["O1 not checked", { O1: value({ answer: ["not-checked"] }) }, "no-not-checked"],
    ["contradiction 8", { L1: value({ suppliers: 10, asked: 0, answered: 0 }) }, "no-not-checked"],
    ["contradiction 24", { E3: value({ "since-2018": "no-partners" }) }, "no-not-checked"],
    [
      "an owner from North Korea",
      {
        A2: value({
          name: "A",
          number: "1",
          country: "CN",
          owners: [row({ name: "B", country: "KP", share: 30, government: "no" })],
        }),
      },
      "no-not-checked",
    ],
    ["a sub-tier link", { L4: value({ dprk: 1, xinjiang: 0, documents: 0, fees: 0 }) }, "unknown"],
    [
      "a North Korean national",
      { D2: value({ foreign: [row({ site: "s1", nationality: "KP", workers: 2 })] }) },
      "present",
    ],
  ])("%s", (_, change, state) => {
    expect(dprk(change)).toBe(state);
  });

  test.each<[string, NonNullable<Answer["value"]>, string, string | undefined]>([
    ["ended before", { "since-2018": "yes", from: "2018-02", to: "2019-01" }, "past-before", undefined],
    ["ended in December 2019", { "since-2018": "yes", from: "2018-02", to: "2019-12" }, "past-after", "high"],
    ["reversed", { "since-2018": "yes", from: "2022-06", to: "2019-01" }, "past-after", "high"],
    ["without a known end", { "since-2018": "yes", from: "2018-02", to: "unknown" }, "past-after", "high"],
    ["with an unknown begin", { "since-2018": "yes", from: "unknown", to: "2019-01" }, "past-before", undefined],
    ["to come", { "since-2018": "yes", from: "2018-02", to: "2031-01" }, "past-after", "high"],
  ])("North Korean workers %s", (_, given, state, floor) => {
    const rating = rate2(workedWith({ ...asked, E2: value(given), E8: value({ answer: "no" }) }));
    expect(rating.dprkLabour).toBe(state);
    expect(rating.floor?.reasons.find(({ question, unverified }) => question === "E2" && !unverified)?.rule).toBe(
      floor && "dprk-after-cut-off",
    );
  });
});

describe("legal statuses", () => {
  const uflpa = (change: Readonly<Record<string, Answer | undefined>>, asOf?: string) =>
    rate2(workedWith(change), asOf ? { asOf } : {}).statuses.uflpa;
  const cotton = (country?: string): Answers => ({
    C2: value({ listed: ["cotton"], materials: [row({ material: "cotton", ...(country && { country }) })] }),
    C3: value({ origins: [row({ material: "cotton", known: "neither", papers: "no" })] }),
  });

  test.each<[string, Record<string, Answer | undefined>, string]>([
    ["checked against the list of the day", {}, "no-link-declared-checked"],
    ["not checked", { M1: value({ answer: "no-not-checked" }) }, "no-link-declared-not-checked"],
    [
      "checked before the newest list",
      { M1: value({ answer: "no-checked", "checked-on": "2024-12-01" }) },
      "no-link-declared-not-checked",
    ],
    ["materials not known", { C2: { unsure: "dk" } }, "unknown"],
    ["a material of unknown country", cotton("unknown"), "unknown"],
    ["a material without a country", cotton(), "unknown"],
    ["a material of a known country", cotton("IN"), "no-link-declared-checked"],
    ["declared", { M1: value({ answer: "yes" }) }, "link-declared"],
  ])("UFLPA, %s", (_, change, status) => {
    expect(uflpa(change)).toBe(status);
  });

  test("a check grows old with the next list, and counts as none then", () => {
    const later = rate2(workedWith({}), { asOf: "2026-11-15" });
    expect(later.statuses.uflpa).toBe("no-link-declared-not-checked");
    expect(later.steps.some(({ code, rule }) => code === "M1" && rule === "xinjiang-check-too-old")).toBe(true);
  });

  test("FAR reads the fee itself, whatever was said of how much it was", () => {
    const far = (change: Record<string, Answer | undefined>) => rate2(workedWith(change)).statuses["far-52-222-50"];
    expect(far({})).toBe("no-link-declared");
    expect(far({ F3: value({ answer: ["medical"] }), F4: undefined })).toBe("link-declared");
    expect(far({ F3: { unsure: "dk" }, F4: value({ months: 2, repaid: "no" }) })).toBe("link-declared");
    expect(far({ F3: { unsure: "dk" }, F4: { unsure: "dk" } })).toBe("unknown");
  });

  test("a review is said only where one was opened, and a link not rebutted only where a reviewer said so", () => {
    const answers = workedWith({ E1: value({ answer: "yes" }), E8: value({ answer: "no" }) });
    const caatsa = (change: Parameters<typeof rate2>[1]) => rate2(answers, change).statuses["caatsa-321b"];
    expect(caatsa({})).toBe("link-declared");
    expect(caatsa({ underReview: ["caatsa-321b"] })).toBe("link-under-review");
    expect(caatsa({ underReview: ["caatsa-321b"], notRebutted: ["caatsa-321b"] })).toBe("link-not-rebutted");
  });
});

describe("orders and findings", () => {
  test.each<[string, string, string | undefined, number]>([
    ["us-customs", "open", "open-import-ban", 15],
    ["us-customs", "modified", "open-import-ban", 15],
    ["us-customs", "stayed", undefined, 15],
    ["us-customs", "lifted", undefined, 4],
    ["fine", "open", undefined, 15],
  ])("%s, %s", (kind, state, knockOut, points) => {
    const { floor, redFlags } = rate2(workedWith({ K4: value({ cases: [row({ kind, state })] }) }));
    expect(floor?.reasons[0]?.rule).toBe(knockOut);
    expect(redFlags).toBe(28 + points);
  });
});

test("a plan gives relief while its progress was reviewed within ninety days", () => {
  const plan = { question: "E3", accepted: true, due: "2026-06-01" };
  const points = (reviewed?: string) => rate2(workedWith({}), { plans: [{ ...plan, reviewed }] }).redFlags;
  expect(points("2025-11-15")).toBe(28 - 2);
  expect(points("2025-08-18")).toBe(28 - 2);
  expect(points("2025-08-17")).toBe(28);
  expect(points()).toBe(28);
  expect(points("2026-01-01")).toBe(28);
});
