import { describe, expect, test } from "vitest";
import { measuredTogether, measureTimes, toldTime } from "#app/services/answers/measured-time";
import { asSystem, asVisitor } from "#app/services/context/callers";
import { measureAnswering } from "#app/services/jobs/measure-answering";
import { showLanding } from "#app/services/supplier/link/show-landing";
import { showTasks } from "#app/services/supplier/tasks/show-tasks";
import { testContext } from "#tests/support/context";
import { forcedLabour } from "#tests/support/questionnaires";
import { asSupplier, invite } from "#tests/support/supplier";

const begin = Date.UTC(2026, 2, 2, 9);
const at = (seconds: number) => new Date(begin + seconds * 1_000);
const work = (...saves: readonly (readonly [string, number])[]) => ({
  startedAt: at(0),
  saves: saves.map(([question, seconds]) => ({ question, savedAt: at(seconds) })),
});

describe("the time that answering takes", () => {
  test("is from save to save by section, without breaks and without what a file brought", () => {
    const { whole, sections } = measureTimes(
      [work(["A1", 30], ["A2", 90], ["B1", 90 + 601], ["B2", 90 + 601 + 40], ["B2", 90 + 601 + 41])],
      forcedLabour(1),
    );
    expect(sections).toEqual({ A: { seconds: 90, attestations: 1 }, B: { seconds: 40, attestations: 1 } });
    expect(whole).toEqual({ seconds: 130, attestations: 1 });
  });

  test("is a median over those who took any", () => {
    const works = [work(["A1", 10]), work(["A1", 20]), work(["A1", 500]), work(["A1", 1]), work()];
    expect(measureTimes(works, forcedLabour(1)).whole).toEqual({ seconds: 20, attestations: 3 });
    expect(measureTimes([], forcedLabour(1))).toEqual({ whole: { seconds: 0, attestations: 0 }, sections: {} });
  });

  test("is told in whole minutes, and only when ten stand behind it", () => {
    expect(toldTime(undefined)).toBeUndefined();
    expect(toldTime({ seconds: 300, attestations: 9 })).toBeUndefined();
    expect(toldTime({ seconds: 350, attestations: 10 })).toEqual({ count: 6, signed: 10 });
    expect(toldTime({ seconds: 5, attestations: 10 })).toEqual({ count: 1, signed: 10 });
  });

  test("of some sections is their sum, by the fewest replies, and not known where one of them is not", () => {
    const [short, long] = [
      { seconds: 60, attestations: 34 },
      { seconds: 200, attestations: 12 },
    ];
    expect(measuredTogether([short, long])).toEqual({ seconds: 260, attestations: 12 });
    expect(measuredTogether([short, undefined])).toBeUndefined();
    expect(measuredTogether([])).toBeUndefined();
  });

  test("stands on the landing page and the task list of the same organisation and version", async () => {
    const ctx = await testContext();
    const { token, organisation } = await invite(ctx);
    const supplier = asSupplier(ctx, token);
    const landing = () => showLanding(asVisitor(ctx, "en"), { token });
    const before = (await landing()).time;
    expect(before).not.toContain("measured");
    const version = { org: organisation.id, questionnaire: "forced-labour", version: 1 };
    const time = { seconds: 360, attestations: 34 };
    await ctx.store.times.keep({ ...version, whole: { ...time, seconds: 1_500 }, sections: { A: time } });
    expect((await landing()).time).toMatch(/^About 25 minutes, measured over 34 signed replies/);
    const tasks = (await showTasks(await supplier.open(), {})).groups.flatMap((group) => group.tasks);
    expect(tasks.flatMap(({ code, time: told }) => (told ? [[code, told]] : []))).toEqual([
      ["A", "About 6 minutes, measured over 34 signed replies"],
    ]);
  });

  test("is worked out from what was signed", async () => {
    const ctx = await testContext();
    const { token, organisation } = await invite(ctx);
    const supplier = asSupplier(ctx, token);
    const measure = () => measureAnswering(asSystem(ctx, "times"), { signal: new AbortController().signal });
    expect(await measure()).toBe(0);
    await supplier.answersAll();
    await supplier.submits();
    expect(await measure()).toBe(1);
    // The clock of tests stands still, so that nobody took any time.
    const kept = await ctx.store.times.get({ org: organisation.id, questionnaire: "forced-labour", version: 1 });
    expect(kept).toEqual({ whole: { seconds: 0, attestations: 0 }, sections: {} });
  });
});
