import { describe, expect, test } from "vitest";
import type { Column, Part } from "#questionnaires/definition";
import { loadQuestionnaire } from "#questionnaires/load";
import { diff } from "#questionnaires/versions/diff";
import { forcedLabour } from "#tests/support/questionnaires";
import { textFilesOf } from "#tests/support/text-files";

const [first, second] = [forcedLabour(1), forcedLabour(2)];
const lines = diff(first, second);

/** The rows of the design of version 2, "Changed questions" and "New questions", with a place that each must have changed. */
const rows: readonly (readonly [change: string, place: string])[] = [
  ["owners-under-sanctions", "A2.why"],
  ["work-of-a-site", "B1.sites.work"],
  ["goods-and-services", "C1.goods.sector"],
  ["material-country", "C2.materials.country"],
  ["origin-by-material", "C3.origins"],
  ["who-is-foreign", "D2"],
  ["housing-unknown", "G3"],
  ["refugees-apart", "E1.refugees"],
  ["do-not-ship", "E1.answer.option.yes.opened"],
  ["window-since-2018", "E2.since-2018"],
  ["dates-in-order", "E2.to"],
  ["honest-answers", "C2.listed"],
  ["sent-by-a-foreign-body", "E5"],
  ["sender-asked-again", "E5.sender"],
  ["checks-of-it-work", "E7.checks.live-video"],
  ["fees-unknown", "F4"],
  ["not-applicable-to-migrants", "J3"],
  ["official-cases", "K4.cases"],
  ["suppliers-in-scope", "L1.asked"],
  ["not-applicable-without-suppliers", "L2"],
  ["dated-list-check", "M1.checked-on"],
  ["time-to-send-records", "N1.title"],
  // Asked for by the review of the English texts.
  ["gap-and-action", "N2.actions.issue"],
  ["cases-and-remedy", "J4"],
  ["lost-income-of-families", "D6"],
];

/** When more is asked, what a field takes, and whose list a contradiction reads: nothing of it means something else. */
const besides = ["silence-opens", "limits-at-the-field", "hosts-of-the-edition"];

describe("version 2 of forced-labour against version 1", () => {
  test("has one line for each row of its design", () => {
    expect(lines.map(({ change }) => change)).toEqual([...rows.map(([change]) => change), ...besides]);
  });

  test.each(rows)("%s has changed at %s", (change, place) => {
    expect(lines.find((line) => line.change === change)?.differences.map(({ at }) => at)).toContain(place);
  });

  test("has no other line in which an answer means something else", () => {
    const others = lines.filter(({ change }) => change === undefined || besides.includes(change));
    expect(others.filter(({ meaning, differences }) => meaning || differences.length === 0)).toEqual([]);
  });

  test("gives what came and what went the marks that exports go by", () => {
    const places = lines.flatMap(({ differences }) => differences);
    const came = places.filter(({ what, at }) => what === "added" && !/^c\d+$/.test(at)).map(({ at }) => at);
    const went = places.filter(({ what, at }) => what === "retired" && !/^c\d+$/.test(at)).map(({ at }) => at);
    expect(marks().since.sort()).toEqual(came.sort());
    expect(marks().until.sort()).toEqual(went.sort());
  });

  test("says nothing of a version against itself", () => {
    expect(diff(first, first)).toEqual([]);
    expect(diff(second, second).filter(({ differences }) => differences.length > 0)).toEqual([]);
  });
});

describe("a difference that a version does not name", () => {
  const changed = (change: (text: string) => string) =>
    loadQuestionnaire(JSON.parse(change(JSON.stringify(second.definition))), textFilesOf(second));

  test.each([
    [
      "an option that came",
      (text: string) => text.replace('["worker","own-locker"', '["worker","own-locker","lawyer"'),
      "G1.answer.lawyer",
      true,
    ],
    [
      "a way of leaving it open that went",
      (text: string) => text.replace('"id":"A1","core":true,"unsure":[]', '"id":"A1","core":true,"unsure":["dk"]'),
      "A1",
      true,
    ],
    [
      "a lower limit",
      (text: string) =>
        text.replace(
          '"id":"months","type":"number","min":0,"max":120',
          '"id":"months","type":"number","min":0,"max":12',
        ),
      "F4.months",
      false,
    ],
    [
      "a condition",
      (text: string) => text.replaceAll('{"fact":"inherent","atLeast":25}', '{"fact":"inherent","atLeast":50}'),
      "I1",
      false,
    ],
  ])("is a line of its own: %s", (_name, change, place, meaning) => {
    const { changes: _, ...unnamed } = JSON.parse(change(JSON.stringify(second.definition)));
    const other = changed(() => JSON.stringify(unnamed));
    const [line, ...more] = diff(second, other);
    expect(more).toEqual([]);
    expect(line).toMatchObject({ meaning });
    expect(line?.change).toBeUndefined();
    expect(line?.differences.map(({ at }) => at)).toContain(place);
  });

  test("is no line where only words differ", () => {
    const files = textFilesOf(second).map((file) => ({
      ...file,
      strings: { ...file.strings, "F5.title": "Other?" },
    }));
    const { changes: _, ...unnamed } = second.definition;
    expect(diff(second, loadQuestionnaire(unnamed, files))).toEqual([]);
  });
});

/** Every place with a mark of version 2, as the differences name it. What stands in something new is as new as that. */
function marks(): { since: string[]; until: string[] } {
  const questions = [...second.questions.values()];
  const since = questions.flatMap(({ id, since: whole, parts }) =>
    whole === undefined ? parts.flatMap((part) => newIn(part, `${id}.${part.id}`)) : [id],
  );
  const until = questions.flatMap(({ id, retired = [] }) =>
    retired.map(({ part, column, row, option }) => [id, part, column, row, option].filter(Boolean).join(".")),
  );
  return { since, until };
}

function newIn(part: Part | Column, at: string): string[] {
  if (part.since !== undefined) return [at];
  const ids = { ...("optionsSince" in part && part.optionsSince), ...("rowsSince" in part && part.rowsSince) };
  const columns = part.type === "table" ? part.columns : [];
  return [
    ...Object.keys(ids).map((id) => `${at}.${id}`),
    ...columns.flatMap((column) => newIn(column, `${at}.${column.id}`)),
  ];
}
