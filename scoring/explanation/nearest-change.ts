import { withMoreEarned } from "#scoring/controls/control-summary";
import { limitAtGates, residualOf } from "#scoring/controls/residual";
import type { Figures } from "#scoring/figures";
import { adverseOf } from "#scoring/findings/adverse";
import { bandOf } from "#scoring/findings/floor";
import type { Floor, NearestChange } from "#scoring/rating";
import type { RuleSet } from "#scoring/rules/rule-set";
import { type Band, bands, betterBand } from "#terms/bands";
import { roundPoints, toHundredths } from "#terms/points";
import { tolerance } from "./step-rounding";

/** What a rating knows when it looks for the nearest change. `score`: points of 0 to 100 as shown. */
export type NearestChangeInput = {
  readonly ruleSet: RuleSet;
  readonly figures: Figures;
  readonly score: number;
  readonly band: Band;
  readonly floor: Floor | null;
};

/** A single change, and the points that it takes off the score. */
type Candidate = { question: string; rule: string; less: number };

/**
 * The smallest change of one answer that reaches the next lower band: a red flag that goes, or a control that is proven.
 * Null in the lowest band. `question` is absent when no single change is enough; under a floor it is the knock-out, because
 * no points can move the band before that is settled.
 */
export function nearestChange(input: NearestChangeInput): NearestChange | null {
  const { ruleSet, band, floor, score } = input;
  const to = betterBand(band);
  if (to === undefined) return null;
  const bound = band === "low" ? 0 : ruleSet.bands[band];
  const justUnder = bound * 100 - 1;
  const points = Math.max(0, toHundredths(score) - justUnder) / 100;
  if (floor !== null && bands.indexOf(floor.band) >= bands.indexOf(band)) {
    const reason = floor.reasons[0];
    return { from: band, to, points, question: reason?.question, rule: reason?.rule, heldByFloor: true };
  }
  const enough = candidates(input).filter(({ less }) => bandOf(ruleSet, roundPoints(score - less)) !== band);
  const [first, ...rest] = enough;
  const best = first && rest.reduce((least, one) => (one.less < least.less - tolerance ? one : least), first);
  return { from: band, to, points, ...(best && { question: best.question, rule: best.rule }), heldByFloor: false };
}

/** What each single change takes off the score, as far as it is below the limit of 100. */
function candidates(input: NearestChangeInput): Candidate[] {
  const { residual, adverse } = input.figures;
  const over = residual + adverse - input.score;
  return [...withoutFlags(input), ...withProof(input)].map((one) => ({ ...one, less: one.less - over }));
}

/** Each question that stops raising a red flag. */
function withoutFlags({ ruleSet, figures }: NearestChangeInput): Candidate[] {
  const { countryFactor, adverse } = figures;
  const { flags, redFlags } = figures.findings;
  const byQuestion = new Map<string, { rule: string; points: number }>();
  for (const { question, rule, points } of flags) {
    const known = byQuestion.get(question);
    byQuestion.set(question, { rule: known?.rule ?? rule, points: (known?.points ?? 0) + points });
  }
  return [...byQuestion].map(([question, { rule, points }]) => {
    return { question, rule, less: adverse - adverseOf(ruleSet, countryFactor, redFlags - points) };
  });
}

/** Each control that earns all its points by a document: first as attached, then as verified. */
function withProof({ ruleSet, figures }: NearestChangeInput): Candidate[] {
  const { residual, controls, summary, gates } = figures;
  const inherent = figures.inherent.total;
  const found: Candidate[] = [];
  const { attached, verified } = ruleSet.evidence;
  for (const { id, question, group, available, earned } of controls) {
    for (const percent of [attached, verified]) {
      const gain = (available * percent) / 100 - earned;
      if (gain <= 0) continue;
      const better = gates.map(({ gate, below, controls: ids }) => {
        return { gate, controls: ids, below: ids.has(id) ? withMoreEarned(below, group, gain) : below };
      });
      const counted = limitAtGates(ruleSet, inherent, withMoreEarned(summary, group, gain).total, better);
      found.push({ question, rule: id, less: residual - residualOf(ruleSet, inherent, counted) });
    }
  }
  return found;
}
