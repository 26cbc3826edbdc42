import type { Kit } from "#db/database/kit";
import type { ExpectedExample, OwnRuleSet, SecondStep } from "#db/records";
import type { OrganisationTables } from "#db/tables/organisations";

/** Rule sets of an organisation's own, what new ratings are made by, and suppliers rated again by other rules. */
export function ownRuleTables(k: Kit, { organisations, users }: OrganisationTables) {
  /** What a row says is never changed; what became of the draft is written once. */
  const ownRuleSets = k.table(
    "own_rule_sets",
    {
      org: k.str("org").notNull(),
      id: k.str("id").notNull(),
      /** Counts those of an organisation, from 1. */
      position: k.int("position").notNull(),
      title: k.str("title").notNull(),
      reason: k.str("reason").notNull(),
      parent: k.str("parent").notNull(),
      /** Figures by their places in the rules. */
      changes: k.json<OwnRuleSet["changes"]>("changes").notNull(),
      /** Canonical JSON, of which `fingerprint` is the SHA-256. */
      definition: k.str("definition").notNull(),
      fingerprint: k.str("fingerprint").notNull(),
      /** Canonical JSON of the words in each language. */
      words: k.str("words").notNull(),
      wordsFingerprint: k.str("words_fingerprint").notNull(),
      madeFor: k.json<OwnRuleSet["madeFor"]>("made_for").notNull(),
      examples: k.json<readonly ExpectedExample[]>("examples").notNull(),
      /** Null where it was not tried on a part of the suppliers alone. */
      triedOn: k.json<OwnRuleSet["triedOn"]>("tried_on"),
      draftedAt: k.time("drafted_at").notNull(),
      draftedBy: k.str("drafted_by").notNull(),
      publishedAt: k.time("published_at"),
      publishedBy: k.str("published_by"),
      withdrawnAt: k.time("withdrawn_at"),
      withdrawnBy: k.str("withdrawn_by"),
    },
    (t) => [
      k.primaryKey({ columns: [t.org, t.id] }),
      k.uniqueIndex("own_rule_sets_position").on(t.org, t.position),
      k.foreignKey({ columns: [t.org, t.draftedBy], foreignColumns: [users.org, users.id] }),
    ],
  );

  /** Append-only: the newest row of a questionnaire counts. */
  const rulesInForce = k.table(
    "rules_in_force",
    {
      org: k
        .str("org")
        .notNull()
        .references(() => organisations.id),
      /** Counts those of an organisation, from 1. */
      position: k.int("position").notNull(),
      /** Id without its version. */
      questionnaire: k.str("questionnaire").notNull(),
      ruleSet: k.str("rule_set").notNull(),
      reason: k.str("reason").notNull(),
      at: k.time("at").notNull(),
      /** Id of a user. */
      by: k.str("by").notNull(),
    },
    (t) => [
      k.primaryKey({ columns: [t.org, t.position] }),
      k.foreignKey({ columns: [t.org, t.by], foreignColumns: [users.org, users.id] }),
    ],
  );

  const reratings = k.table(
    "reratings",
    {
      org: k.str("org").notNull(),
      id: k.str("id").notNull(),
      /** Empty where each supplier keeps its own: a column that was never null would have to be made anew. */
      ruleSet: k.str("rule_set").notNull(),
      /** Id of a country edition; null where each supplier keeps its own. */
      edition: k.str("edition"),
      takesBack: k.str("takes_back"),
      country: k.str("country"),
      campaign: k.str("campaign"),
      reason: k.str("reason").notNull(),
      orderedAt: k.time("ordered_at").notNull(),
      /** Id of a user. */
      orderedBy: k.str("ordered_by").notNull(),
      /** Suppliers to rate when it was ordered. */
      all: k.int("all").notNull(),
      /** By the bands before and after, `low high`. */
      counts: k.json<Readonly<Record<string, number>>>("counts").notNull(),
      endedAt: k.time("ended_at"),
      left: k.int("left"),
      /** What a second person is asked for, or said; null where none is asked. */
      second: k.word<SecondStep>("second"),
      secondBy: k.str("second_by"),
      secondAt: k.time("second_at"),
    },
    (t) => [
      k.primaryKey({ columns: [t.org, t.id] }),
      k.foreignKey({ columns: [t.org, t.orderedBy], foreignColumns: [users.org, users.id] }),
    ],
  );

  return { ownRuleSets, rulesInForce, reratings };
}
