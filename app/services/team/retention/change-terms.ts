import * as z from "zod";
import { teamUseCase } from "#app/services/context/use-case";
import type { RetentionTerms } from "#db/records";
import { type RetentionClass, retentionClasses } from "#terms/retention/retention-classes";
import { customsMonths, dueUntil, retentionMonths } from "#terms/retention/retention-dates";

const months = z
  .string()
  .max(200, "not-months")
  .transform((text, at) => {
    const typed = text.trim();
    if (typed === "") return undefined;
    const number = /^\d{1,4}$/.test(typed) ? Number(typed) : 0;
    if (number >= retentionMonths.least && number <= retentionMonths.most) return number;
    at.addIssue({ code: "custom", message: "not-months" });
    return z.NEVER;
  });

/** How many of each class somebody was told would go at once. */
const seen = z
  .string()
  .max(500)
  .transform(
    (text) => new Map([...text.matchAll(/(\w+)=(\d{1,12})/g)].map(([, kind, count]) => [kind, Number(count)])),
  );

/** What would go at once, of one class. */
export type DueAtOnce = { readonly kind: RetentionClass; readonly count: number };

export type TermsOutcome =
  | { readonly kind: "saved" }
  /** Nothing was saved: this much is due at once by what was typed. */
  | { readonly kind: "confirm"; readonly due: readonly DueAtOnce[]; readonly warnsOfCustoms: boolean };

/**
 * Sets how long each class is kept, in months; what is empty is kept without an end. Where a shorter term makes something due
 * that was not, it saves nothing before somebody has `seen` how much, or while it is more than they saw.
 */
export const changeTerms = teamUseCase({
  permission: "retention.write",
  input: z.object({
    submissions: months,
    unsent: months,
    events: months,
    mails: months,
    seen: seen.default(new Map()),
  }),
  events: ["retention.changed"],
  async run(ctx, { seen: known, ...typed }, event): Promise<TermsOutcome> {
    const org = ctx.organisation.id;
    const terms: RetentionTerms = Object.fromEntries(Object.entries(typed).filter(([, value]) => value !== undefined));
    const due = await dueAtOnce(ctx, await ctx.store.retention.terms(org), terms);
    if (due.some(({ kind, count }) => count > (known.get(kind) ?? 0)))
      return { kind: "confirm", due, warnsOfCustoms: warnsOfCustoms(terms) };
    await ctx.store.retention.setTerms({ org, terms, audit: event("retention.changed", org, { terms }) });
    return { kind: "saved" };
  },
});

/** Whether signed answers may be gone when customs authorities ask for them. */
export function warnsOfCustoms({ submissions }: RetentionTerms): boolean {
  return submissions !== undefined && submissions < customsMonths;
}

type Asker = Parameters<typeof changeTerms>[0];

async function dueAtOnce(
  { store, organisation, clock }: Asker,
  before: RetentionTerms,
  after: RetentionTerms,
): Promise<readonly DueAtOnce[]> {
  const due: DueAtOnce[] = [];
  for (const kind of retentionClasses) {
    const term = after[kind];
    if (term === undefined || term >= (before[kind] ?? Number.POSITIVE_INFINITY)) continue;
    const count = await store.retention.count(organisation.id, kind, dueUntil(kind, term, clock.now()));
    if (count > 0) due.push({ kind, count });
  }
  return due;
}
