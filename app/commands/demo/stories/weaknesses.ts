import type { Answer } from "#questionnaires/answers";
import type { Draw } from "./random";
import { many, one, unsure, yesNo } from "./story";

const trackedPartly: Answer = { value: { suppliers: 14, asked: 9, answered: 3 } };

/** Small things that are not as they should be in many firms: none of them is an emergency. */
const everyday: readonly (readonly [code: string, answer: Answer])[] = [
  ["I2", unsure("dk")],
  ["E3", one("no-not-asked")],
  ["L1", trackedPartly],
  ["J1", { value: { answer: ["box"], languages: "no", agency: "no" } }],
  ["K1", { value: { answer: "unsigned", points: ["wages", "movement"] } }],
  ["F6", yesNo(["written", "before-travel", "same-terms", "keeps-copy"], ["own-language"])],
  ["I1", { value: { hours: 66, "rest-days": 4 } }],
  ["H3", one("late")],
  ["H1", many("own-account", "cash-payslip")],
  ["K3", { value: { done: "neither" } }],
  ["L2", one("rules-only")],
  ["J3", yesNo(["committee"], ["migrants-in-it", "no-punishment-rule"])],
  ["N1", one("thirty-days")],
  ["E9", many("copy-only")],
  ["L3", { value: { answer: 35 } }],
  ["M3", many("order", "invoice")],
];

/** `count` of them, drawn without doubles. */
export function drawWeaknesses(draw: Draw, count: number): Readonly<Record<string, Answer>> {
  const left = [...everyday];
  const drawn: Record<string, Answer> = {};
  for (let turn = 0; turn < count && left.length > 0; turn++) {
    const [weakness] = left.splice(draw.between(0, left.length - 1), 1);
    if (weakness) drawn[weakness[0]] = weakness[1];
  }
  return drawn;
}
