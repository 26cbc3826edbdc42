import { readFileSync } from "node:fs";
import { readAnswerFile } from "#scoring/answer-files/answer-file";
import { rate } from "#scoring/rate";

/** Answer sets by the rule set that rates them. */
const examples = {
  "2026.1": ["scoring/examples/worked.json", "scoring/examples/worked-dprk.json"],
  "2026.2": ["scoring/examples/worked-2026.2.json", "scoring/examples/worked-dprk-2026.2.json"],
} as const;

/** Ratings a second on one core over real answer sets: walk, arithmetic, steps, confidence and the nearest change. */
export function ratingsPerSecond(rules: keyof typeof examples, measuredMs = 4000): number {
  const files = examples[rules];
  const inputs = files.map((file) => readAnswerFile(readFileSync(file, "utf8"), "2026-11-22"));
  const run = (until: number) => {
    let count = 0;
    while (performance.now() < until) for (const input of inputs) count += rate(input).score > 0 ? 1 : 0;
    return count;
  };
  run(performance.now() + 1000);
  const start = performance.now();
  return (run(start + measuredMs) * 1000) / (performance.now() - start);
}
