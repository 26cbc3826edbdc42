/** What a page says of one rating: texts as they stand there, without anything that is not on it. */
export type PageFigures = {
  readonly score: string;
  readonly lines: readonly { readonly name: string; readonly points: string }[];
  readonly sites: readonly (readonly string[])[];
  readonly siteWorkings: readonly (readonly string[])[];
  readonly parts: readonly (readonly string[])[];
  readonly groups: readonly (readonly string[])[];
  readonly controls: readonly (readonly (readonly string[])[])[];
  readonly flags: readonly (readonly string[])[];
  /** Every calculation on the page, `0.6 × 83.36 + 0.4 × 81.54 = 82.63`. */
  readonly maths: readonly string[];
  readonly place: readonly string[];
  readonly control: readonly string[];
  readonly flag: readonly string[];
};

/** A figure as it is written: `1,284`, `−15.17`, `+6.21`, `35 %`. */
export function figure(text: string): number {
  const plain = text.replaceAll(",", "").replace("−", "-").replace("+", "").replace("%", "").trim();
  if (!/^-?\d+(\.\d+)?$/.test(plain)) throw new Error(`"${text}" is no figure`);
  return Number(plain);
}

/** Works a calculation out with the four signs, brackets, percent and the smaller of two. Knows nothing of ratings. */
export function workOut(text: string): number {
  const tokens = text.replace("−", "−").match(/\d+(?:\.\d+)?|min|[+−×÷(),%]/g) ?? [];
  let place = 0;
  const take = (wanted: string) => {
    if (tokens[place] !== wanted) throw new Error(`"${text}" has no ${wanted} at ${place}`);
    place += 1;
  };
  const value = (): number => {
    const token = tokens[place];
    place += 1;
    if (token === "(") {
      const inner = sum();
      take(")");
      return inner;
    }
    if (token === "min") {
      take("(");
      const one = sum();
      take(",");
      const other = sum();
      take(")");
      return Math.min(one, other);
    }
    const number = Number(token);
    if (Number.isNaN(number)) throw new Error(`"${text}" cannot be worked out`);
    if (tokens[place] !== "%") return number;
    place += 1;
    return number / 100;
  };
  const product = (): number => {
    let all = value();
    while (tokens[place] === "×" || tokens[place] === "÷") {
      const sign = tokens[place];
      place += 1;
      all = sign === "×" ? all * value() : all / value();
    }
    return all;
  };
  const sum = (): number => {
    let all = product();
    while (tokens[place] === "+" || tokens[place] === "−") {
      const sign = tokens[place];
      place += 1;
      all = sign === "+" ? all + product() : all - product();
    }
    return all;
  };
  const result = sum();
  if (place !== tokens.length) throw new Error(`"${text}" goes on after its end`);
  return result;
}

/** The two sides of `a = b`; without a left side a figure is only given. */
export function sides(math: string): { readonly left?: number; readonly right: number } {
  const [left = "", right = ""] = math.split("=").map((side) => side.trim());
  return { left: left === "" ? undefined : workOut(left), right: figure(right) };
}

const given = (math: string) => sides(math).left ?? sides(math).right;

type Site = Readonly<Record<"C" | "S" | "W" | "T" | "inherent", number>>;

export type ByHand = {
  readonly sites: readonly Site[];
  readonly parts: readonly number[];
  readonly inherent: number;
  readonly factor: number;
  readonly groups: readonly number[];
  readonly reduction: number;
  readonly flags: readonly number[];
  readonly adverse: number;
  readonly score: number;
};

/** The whole rating from what was counted: heads, steps, tiers, claims and flags, with the weights that the page states. */
export function byHand(page: PageFigures): ByHand {
  const weights = page.parts.map((row) => figure(row[5] ?? "") / 100);
  const workers = page.sites.map((row) => figure(row[2] ?? ""));
  const transparency = transparencyOf(page);
  const sites = page.siteWorkings.map((maths): Site => {
    const [C = 0, S = 0, ...others] = maths.map(given);
    const terms = others.slice(0, -3);
    const W = Math.min(
      100,
      terms.reduce((sum, term) => sum + term, 0),
    );
    const all = [C, S, W, transparency];
    return {
      C,
      S,
      W,
      T: transparency,
      inherent: all.reduce((sum, one, place) => sum + one * (weights[place] ?? 0), 0),
    };
  });
  const [worstShare = "", , , , meanShare = ""] = (page.place[0] ?? "").split(" ");
  const [first, ...rest] = sites;
  if (!first) throw new Error("a rating names a site");
  const worst = rest.reduce((most, site) => (site.inherent > most.inherent ? site : most), first);
  const counted = headsOf(workers, sites.indexOf(worst), figure(worstShare));
  const blend = (of: (site: Site) => number, most: number) => {
    const heads = counted.reduce((sum, one) => sum + one, 0);
    const mean =
      heads > 0 ? sites.reduce((sum, site, place) => sum + of(site) * (counted[place] ?? 0), 0) / heads : most;
    return figure(worstShare) * most + figure(meanShare) * mean;
  };
  const parts = (["C", "S", "W", "T"] as const).map((part, place) => {
    return blend((site) => site[part], worst[part]) * (weights[place] ?? 0);
  });
  const inherent = parts.reduce((sum, part) => sum + part, 0);
  const { counted: controlled, ceiling, scores, groupWeights } = controlsOf(page, inherent);
  const reduction = (inherent * ceiling * controlled) / 100;
  const shares = scores.map((score, place) => score * (groupWeights[place] ?? 0));
  const allShares = shares.reduce((sum, one) => sum + one, 0);

  const country = blend(({ C }) => C, Math.max(...sites.map(({ C }) => C)));
  const [base = "", , slope = ""] = (page.flag[1] ?? "").split(" ");
  const factor = figure(base) + (figure(slope) * country) / 100;
  const points = page.flags.map((row) => given(row[2] ?? ""));
  const uncapped = factor * points.reduce((sum, one) => sum + one, 0);
  const scale = scaleOf(page.flag[3], uncapped, 100 - inherent + reduction);
  const adverse = uncapped * scale;
  return {
    sites,
    parts,
    inherent,
    factor,
    groups: shares.map((share) => (allShares > 0 ? -(reduction * share) / allShares : 0)),
    reduction,
    flags: points.map((one) => one * factor * scale),
    adverse,
    score: Math.min(100, inherent - reduction + adverse),
  };
}

/** By 2026.2, which counts the worst site for 0.85, no site weighs more than the worst one, and an empty one as one worker. */
function headsOf(workers: readonly number[], worst: number, worstShare: number): readonly number[] {
  if (worstShare < 0.85) return workers;
  return workers.map((one) => Math.max(1, Math.min(one, workers[worst] ?? one)));
}

/**
 * What each weighted point adds: all of it, less where they are over the limit that the page states, or its part of what is left
 * to 100, half of which is taken by so many points as the page states.
 */
function scaleOf(math: string | undefined, weighted: number, left: number): number {
  if (math === undefined || weighted === 0) return 1;
  const halfAt = /^[\d.]+ × [\d.]+ ÷ \([\d.]+ \+ ([\d.]+)\)/.exec(math)?.[1];
  if (halfAt !== undefined) return left / (weighted + figure(halfAt));
  return Math.min(1, figure(math.split(" ")[0] ?? "") / weighted);
}

/** T: each part from its count, and the mean of them. */
function transparencyOf({ place }: PageFigures): number {
  const parts = place.slice(1).filter((math) => !math.includes(") ÷"));
  const points = parts.map(given);
  return points.length === 0 ? 0 : points.reduce((sum, one) => sum + one, 0) / points.length;
}

function controlsOf({ groups, controls, control }: PageFigures, inherent: number) {
  const groupWeights = groups.map((row) => figure(row[5] ?? ""));
  const scores = controls.map((rows) => {
    const earned = rows.map((row) => (figure(row[2] ?? "") * figure(row[3] ?? "")) / 100);
    const available = rows.map((row) => figure(row[5] ?? ""));
    const sum = (all: readonly number[]) => all.reduce((one, other) => one + other, 0);
    return (100 * sum(earned)) / sum(available);
  });
  const weight = groupWeights.reduce((sum, one) => sum + one, 0);
  const total = scores.reduce((sum, score, place) => sum + score * (groupWeights[place] ?? 0), 0) / (weight || 1);
  const paper = control.find((math) => /^[\d.]+ × [\d.]+ × [\d.]+ ÷ 100 =/.test(math)) ?? "";
  const ceiling = figure(paper.split(" ")[2] ?? "");
  const gate = control.find((math) => math.startsWith("min("));
  if (gate === undefined) return { counted: total, ceiling, scores, groupWeights };
  const [, at = "", below = ""] = /^min\((\d+), .* × ([\d.]+) ÷ 100\)/.exec(gate) ?? [];
  const least = Math.min(figure(at), inherent) * (1 - (ceiling * figure(below)) / 100);
  return { counted: ((1 - least / inherent) * 100) / ceiling, ceiling, scores, groupWeights };
}
