import type { Column, Part } from "#questionnaires/definition";
import { canonicalJson } from "#questionnaires/fingerprints/canonical-json";

/**
 * One thing that is not as it was. `at`: its place, as `C1.goods.sector` or the key of a text. `added` and `retired`: an id that
 * came or went; `required`: whether it may stay empty; `limits`: which values fit; `asked`: when it is asked; `words`: its text.
 */
export type Difference = {
  readonly at: string;
  readonly what: "added" | "retired" | "kind" | "required" | "unsure" | "proof" | "limits" | "asked" | "words";
};

type Member = Part | Column;

/** What two versions of a part, or of a column, do not have in common. */
export function partDifferences(before: Member, after: Member, at: string): readonly Difference[] {
  const differs = (what: Difference["what"], one: unknown, other: unknown): readonly Difference[] =>
    canonicalJson(one ?? null) === canonicalJson(other ?? null) ? [] : [{ at, what }];
  if (before.type !== after.type) return [{ at, what: "kind" }];
  return [
    ...differs("required", before.optional ?? false, after.optional ?? false),
    ...differs("asked", { shown: before.shown, when: before.when }, { shown: after.shown, when: after.when }),
    ...idDifferences(idsOf(before), idsOf(after), at),
    ...differs("kind", listOf(before), listOf(after)),
    ...differs("limits", limitsOf(before), limitsOf(after)),
    ...(before.type === "table" && after.type === "table" ? memberDifferences(before.columns, after.columns, at) : []),
  ];
}

/** What came, went or changed among parts of a question, or columns of a table. */
export function memberDifferences(
  before: readonly Member[],
  after: readonly Member[],
  at: string,
): readonly Difference[] {
  const ids = (members: readonly Member[]) => members.map(({ id }) => id);
  const both = after.flatMap((member) => {
    const older = before.find(({ id }) => id === member.id);
    return older === undefined ? [] : partDifferences(older, member, `${at}.${member.id}`);
  });
  return [...idDifferences(ids(before), ids(after), at), ...both];
}

/** Ids that came and ids that went. */
export function idDifferences(before: readonly string[], after: readonly string[], at: string): readonly Difference[] {
  const name = (id: string) => (at === "" ? id : `${at}.${id}`);
  return [
    ...after.filter((id) => !before.includes(id)).map((id): Difference => ({ at: name(id), what: "added" })),
    ...before.filter((id) => !after.includes(id)).map((id): Difference => ({ at: name(id), what: "retired" })),
  ];
}

function idsOf(member: Member): readonly string[] {
  if (member.type === "matrix") return [...member.rows, ...member.options];
  return member.type === "one" || member.type === "many" ? [...(member.options ?? []), ...(member.also ?? [])] : [];
}

function listOf(member: Member): unknown {
  return member.type === "one" || member.type === "many" ? member.list : undefined;
}

/** Every property that says which values fit, whatever the type has of them. */
function limitsOf(member: Member): unknown {
  switch (member.type) {
    case "number": {
      const { min, max, decimals, atMost, emptyAs } = member;
      return { min, max, decimals, atMost, emptyAs };
    }
    case "text":
      return { lines: member.lines, max: member.max };
    case "date": {
      const { precision, unknown, past, earliest, notBefore } = member;
      return { precision, unknown, past, earliest, notBefore };
    }
    case "table":
      return { min: member.min, max: member.max, fill: member.fill };
    case "many":
      return { exclusive: member.exclusive };
    case "one":
    case "percent":
    case "matrix":
      return undefined;
    default:
      return member satisfies never;
  }
}
