import * as z from "zod";
import { Problem } from "#app/domain/problem";
import type { TeamContext } from "#app/services/context/contexts";
import { type Fault, Faults, fault } from "#app/services/context/faults";
import { givenName } from "#app/services/context/inputs";
import { teamUseCase } from "#app/services/context/use-case";
import { differencesOf } from "#app/services/what-if/dial-words";
import { filterOfPart } from "#app/services/what-if/part/part-query";
import { readTrial } from "#app/services/what-if/read-trial";
import { trialAddress, trialAsked } from "#app/services/what-if/trial-asked";
import type { DraftPage, ExampleView } from "#app/views/team/rules/own-rules";
import type { OwnRuleSet } from "#db/records";
import { canonicalJson } from "#questionnaires/fingerprints/canonical-json";
import { loadOwnRuleSet, type OwnRuleSetParts, ownRuleSet } from "#scoring/rules/own-rule-set";
import { cleanLines } from "#terms/texts/typed-text";
import { examplesBeside } from "./examples";

/** Rule sets of one organisation, withdrawn ones included. */
const mostRuleSets = 100;
/** What stands before the id of an example in names of fields. */
const examplePrefix = "example.";

/** Why somebody does it, in their words. */
export const givenReason = z.string().overwrite(cleanLines).min(1, "required").max(1_000, "too-long");

const asked = trialAsked.omit({ trial: true, edition: true });

/** What would be saved as a draft: the figures beside those of the rules they come from, and what the examples come to. */
export const showDraft = teamUseCase({
  permission: "rules.try",
  input: asked,
  events: [],
  async run(ctx, trial): Promise<DraftPage> {
    const read = await readTrial(ctx, trial);
    const { base, changes, faults } = read;
    const t = ctx.t(ctx.language);
    const back = trialAddress({ rules: base?.id, part: read.part?.query, changes });
    const part = read.part && { part: read.part.name };
    const page = { parent: base?.title ?? "", back, kept: keptOf(back), ...part };
    if (!base || faults.length > 0)
      return { ...page, differences: [], examples: [], faults: [t("rules:draft.figuresWrong")] };
    const isSame = Object.keys(changes).length === 0;
    const examples = isSame
      ? []
      : examplesBeside(base, loadOwnRuleSet(ownRuleSet(base, changes, named("own-draft", "draft"))));
    return {
      ...{ ...page, differences: differencesOf(ctx, read), examples },
      faults: isSame ? [t("rules:draft.nothing")] : [],
    };
  },
});

/**
 * Saves other figures of a rule set as a draft of the organisation's own, with a name and a reason. It is used for nothing until a
 * second person publishes it. What each example has to come to is said by whoever drafts it: a band that they did not
 * expect is a fault beside that example.
 * @throws Problem "bad-request" for figures that cannot be tried, or none
 */
export const draftRules = teamUseCase({
  permission: "rules.try",
  input: asked.extend({
    name: givenName,
    reason: givenReason,
    examples: z.record(z.string().max(100), z.string().max(20)).default({}),
  }),
  events: ["rules.drafted"],
  async run(ctx, { name, reason, examples: expected, ...trial }, event) {
    const read = await readTrial(ctx, trial);
    const { base, changes, part } = read;
    if (!base || !read.tries || Object.keys(changes).length === 0) throw new Problem("bad-request");
    const org = ctx.organisation.id;
    const position = ((await ctx.store.ownRules.list(org)).at(-1)?.position ?? 0) + 1;
    const key = ctx.sha256(canonicalJson({ org, position, name, parent: base.id, changes })).slice(0, 12);
    const parts = ownRuleSet(base, changes, named(`own-${key}.${position}`, name));
    const examples = examplesBeside(base, loadOwnRuleSet(parts));
    const unexpected = examples.flatMap((example) => faultOf(ctx, example, expected));
    if (unexpected.length > 0) return new Faults(unexpected);
    const drafted = examples.map(({ id, after: { points, band } }) => ({ id, score: points, band }));
    const rules: OwnRuleSet = {
      ...{ org, position, reason, changes, parent: base.id, examples: drafted },
      ...textsOf(ctx, parts),
      ...(part ? { triedOn: await sizeOf(ctx, part.query) } : {}),
      ...{ draftedAt: ctx.clock.now(), draftedBy: ctx.user.id },
    };
    const audit = event("rules.drafted", org, { rules: rules.id, title: name, parent: base.id });
    const outcome = await ctx.store.ownRules.draft({ rules, most: mostRuleSets, audit });
    if (outcome === "there") return fault("name", "rules-there");
    if (outcome === "full") return fault("name", "rules-full");
    return { rules: rules.id };
  },
});

/** Reads the fields of a form that say what each example has to come to. */
export function expectedIn(form: FormData): Readonly<Record<string, string>> {
  const typed = [...form.entries()].flatMap(([name, value]) =>
    name.startsWith(examplePrefix) && typeof value === "string"
      ? [[name.slice(examplePrefix.length, 100), value.slice(0, 20)] as const]
      : [],
  );
  return Object.fromEntries(typed.slice(0, 50));
}

const named = (id: string, title: string) => ({ id, title });

function keptOf(address: string): DraftPage["kept"] {
  return [...new URL(address, "https://kept").searchParams].map(([name, value]) => ({ name, value }));
}

function faultOf(
  ctx: TeamContext,
  { id, before, after }: ExampleView,
  expected: Readonly<Record<string, string>>,
): Fault[] {
  if ((expected[id] ?? before.band) === after.band) return [];
  const band = ctx.t(ctx.language)(`team:band.${after.band}`);
  return [{ field: `${examplePrefix}${id}`, code: "example-band", params: { band, points: String(after.points) } }];
}

/** How many the part had when the draft was saved. */
async function sizeOf({ store, organisation: { id } }: TeamContext, part: string): Promise<OwnRuleSet["triedOn"]> {
  const [some, every] = await Promise.all([
    store.ratedAnswers.rated(id, filterOfPart(part)),
    store.ratedAnswers.rated(id),
  ]);
  return { part, suppliers: some.all, all: every.all };
}

function textsOf({ sha256 }: TeamContext, { definition: rules, words: texts, madeFor }: OwnRuleSetParts) {
  const [definition, words] = [canonicalJson(rules), canonicalJson(texts)];
  const { id, title } = rules;
  return { id, title, madeFor, definition, words, fingerprint: sha256(definition), wordsFingerprint: sha256(words) };
}
