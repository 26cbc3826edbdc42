import * as z from "zod";
import { findLanguage } from "#app/i18n/languages";
import type { TeamContext } from "#app/services/context/contexts";
import { Faults, fault } from "#app/services/context/faults";
import { teamUseCase } from "#app/services/context/use-case";
import { expectationsOf } from "#app/services/ratings/expectations";
import { withoutErased } from "#app/services/team/imports/plan/erased-contacts";
import { findKnown } from "#app/services/team/imports/plan/known-suppliers";
import { type PlannedRow, planRows } from "#app/services/team/imports/plan/plan-rows";
import {
  addedSupplier,
  changedSupplier,
  type SuppliersWritten,
} from "#app/services/team/imports/plan/written-suppliers";
import { isEmail } from "#app/services/team/sign-in/passwords/password-rules";
import { readIdCell } from "#app/services/team/supplier-file/cells/id-cell";
import { contactsOf, longest, type SupplierDetails } from "#app/services/team/supplier-file/supplier-row";
import { TakenError } from "#db/errors";
import type { Supplier } from "#db/records";
import { referenceLists } from "#scoring/editions/index";
import { mostContacts } from "#terms/suppliers/contacts";
import { cleanLine } from "#terms/texts/typed-text";
import { marksInput, readMarks, saveMarks } from "./save-marks";

/** How often a write is planned anew where somebody else took its number meanwhile. */
const mostTries = 5;

const line = (most: number) => z.string().overwrite(cleanLine).max(most, "too-long");

const contact = z.object({
  email: z.string().trim().min(1, "required").refine(isEmail, "not-an-email"),
  name: line(longest.contact).min(1, "required").optional(),
  language: z
    .string()
    .refine((tag) => findLanguage(tag) !== undefined, "not-valid")
    .optional(),
});

/** What became of a supplier, and which of the contacts that were sent are not kept, by their places. */
export type SavedSupplier = {
  readonly id: string;
  readonly ref: string;
  readonly outcome: "added" | "changed" | "same";
  readonly leftOut: readonly { readonly contact: number; readonly why: "erased" | "no-room" }[];
};

/**
 * Adds the supplier that has the buyer's own number, or changes it, as a list of one row would: what is not said stays, contacts
 * are known by their address and nobody is removed. `tags` are all that it has afterwards. Said again it changes nothing.
 */
export const saveNumbered = teamUseCase({
  permission: "suppliers.write",
  input: z.object({
    number: line(longest.externalId).refine((number) => readIdCell(number) === number, "not-valid"),
    name: line(longest.name).min(1, "required"),
    country: z
      .string()
      .refine((code) => referenceLists.findCountry(code) !== undefined, "not-valid")
      .meta({ description: "ISO 3166-1 alpha-2" }),
    place: line(longest.place).min(1, "required").optional(),
    contacts: z.array(contact).max(mostContacts, "not-valid").default([]),
    ...marksInput.shape,
  }),
  events: ["supplier.added", "supplier.changed", "tag.added"],
  async run(ctx, { tags, owner, number: externalId, contacts, ...said }, event): Promise<SavedSupplier | Faults> {
    const [first, ...others] = contacts;
    const facts = { ...said, externalId, email: first?.email, contact: first?.name, language: first?.language, others };
    // Before anything is written of the supplier: what is refused must leave it as it was.
    const marks = await readMarks(ctx, { tags, owner }, event);
    if (marks instanceof Faults) return marks;
    const saved = await saveFacts(ctx, facts, event);
    if (!saved) return fault("name", "not-valid");
    const marked = await saveMarks(ctx, { supplier: saved.id, ...marks }, event);
    return saved.outcome === "same" && marked ? { ...saved, outcome: "changed" } : saved;
  },
});

/** Nothing where the row is refused. */
async function saveFacts(
  ctx: TeamContext,
  facts: SupplierDetails,
  event: SuppliersWritten["event"],
): Promise<SavedSupplier | undefined> {
  const org = ctx.organisation.id;
  const expectations = await expectationsOf(ctx, org);
  const by = { ctx, event, org, by: ctx.actor, source: "program", createdAt: ctx.clock.now(), expectations } as const;
  for (let tries = 1; ; tries += 1) {
    try {
      return await writeFacts(by, facts, await planned(ctx, facts));
    } catch (error) {
      if (!(error instanceof TakenError) || tries === mostTries) throw error;
    }
  }
}

async function writeFacts(
  by: SuppliersWritten & { readonly ctx: TeamContext },
  facts: SupplierDetails,
  row: PlannedRow | undefined,
): Promise<SavedSupplier | undefined> {
  const { ctx, org } = by;
  if (row?.outcome === "added") {
    const added = addedSupplier(by, row, await ctx.store.suppliers.nextNumber(org));
    await ctx.store.suppliers.add({ org, added, changed: [], audit: [] });
    return added[0] && savedOf(added[0].supplier, "added", facts, row);
  }
  if (!row?.known) return undefined;
  if (row.outcome === "unchanged") return savedOf(row.known.supplier, "same", facts, row);
  await ctx.store.suppliers.add({ org, added: [], changed: changedSupplier(by, row), audit: [] });
  return savedOf(row.known.supplier, "changed", facts, row);
}

function savedOf(
  { id, ref }: Supplier,
  outcome: SavedSupplier["outcome"],
  facts: SupplierDetails,
  row: PlannedRow,
): SavedSupplier {
  return { id, ref, outcome, leftOut: leftOut(facts, row) };
}

/** What becomes of a list of one row. */
async function planned(ctx: TeamContext, facts: SupplierDetails): Promise<PlannedRow | undefined> {
  const org = ctx.organisation.id;
  const rows = await withoutErased(ctx, org, [{ row: { number: 1, cells: [] }, facts, problems: [] }]);
  const [row] = await planRows(await findKnown(ctx, org, rows), rows);
  return row;
}

function leftOut(sent: SupplierDetails, row: PlannedRow): SavedSupplier["leftOut"] {
  const keyOf = ({ email }: { readonly email: string }) => email.toLowerCase();
  const read = new Set(row.facts ? contactsOf(row.facts).map(keyOf) : []);
  const kept = new Set([...(row.known?.contacts ?? []), ...row.contacts].map(keyOf));
  return contactsOf(sent)
    .map((one, contact) => ({ one, contact }))
    .filter(({ one }) => !kept.has(keyOf(one)))
    .map(({ one, contact }) => ({ contact, why: read.has(keyOf(one)) ? "no-room" : "erased" }));
}
