import type { Answer, Answers, Cell } from "#questionnaires/answers";
import { exampleAnswers } from "#tests/scoring/rating-support";

export type Value = NonNullable<Answer["value"]>;

/** A table of these rows, `r1` and on. */
export const table = (...all: Readonly<Record<string, Cell>>[]) =>
  all.map((cells, place) => ({ id: `r${place + 1}`, cells }));
/** A matrix: one option for each of the ids, and others as they are named. */
export const rows = (ids: string, value: string, ...others: [string, string][]) =>
  Object.fromEntries([...ids.split(" ").map((id): [string, string] => [id, value]), ...others]);

/** Answers under which all sixty questions are asked, so that each can be looked at alone. */
export const everything: Answers = {
  ...exampleAnswers("worst"),
  C1: {
    value: {
      goods: table(
        { product: "Shirts", kind: "goods", hs: "61", sites: ["s1"], markets: ["us"] },
        { product: "Pages", kind: "it", sites: ["s1"], markets: ["us"] },
      ),
    },
  },
  C2: { value: { materials: table({ material: "tea", country: "PT" }) } },
  L1: { value: { suppliers: 10, asked: 10, answered: 9 } },
};

// The rows of the matrices that both tables name.
export const housing = "exits-unlocked separate-beds phones visitors not-separated live-elsewhere";
export const contract = "written own-language before-travel same-terms keeps-copy";
export const checks = "identity place bank-account";
