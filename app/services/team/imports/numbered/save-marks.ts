import * as z from "zod";
import type { TeamContext } from "#app/services/context/contexts";
import type { EventMaker } from "#app/services/context/events";
import { type Faults, fault } from "#app/services/context/faults";
import { mostTags, mostTagsOfOne, tagName } from "#app/services/team/suppliers/marks/mark-suppliers";

/** Who looks after a supplier, by the address they sign in with, and its tags by name; what is absent stays. */
export const marksInput = z.object({
  tags: z.array(tagName.min(1, "required")).max(mostTagsOfOne, "not-valid").optional(),
  owner: z
    .string()
    .trim()
    .max(320, "not-valid")
    .nullable()
    .optional()
    .meta({ description: "The e-mail address of somebody of the team; null for nobody" }),
});

/** Ids of a supplier's tags and of who looks after it; what is absent stays. */
type Marks = { readonly tags?: readonly string[]; readonly owner?: string | null };

/** Finds who is named and the tags that are, which are added where there are none of that name yet. */
export async function readMarks(
  ctx: TeamContext,
  { tags: names, owner: address }: z.output<typeof marksInput>,
  event: EventMaker<"tag.added">,
): Promise<Marks | Faults> {
  const org = ctx.organisation.id;
  const owner = address ? await personWith(ctx, address) : address;
  if (address && owner === undefined) return fault("owner", "not-valid");
  const tags: string[] = [];
  for (const [place, name] of (names ?? []).entries()) {
    const added = await ctx.store.marks.addTag({ org, name, most: mostTags, audit: event("tag.added", org, { name }) });
    if (added.outcome === "full") return fault(`tags/${place}`, "tags-full");
    tags.push(added.id);
  }
  return { tags: names && tags, owner };
}

/** Gives a supplier these tags and no others, and who looks after it. @returns whether anything was changed */
export async function saveMarks(
  ctx: TeamContext,
  { supplier, tags, owner }: Marks & { readonly supplier: string },
  event: EventMaker<"supplier.changed">,
): Promise<boolean> {
  if (tags === undefined && owner === undefined) return false;
  const changed = await ctx.store.marks.set({
    ...{ org: ctx.organisation.id, supplier, owner, tags },
    auditOf: (fields) => event("supplier.changed", supplier, { fields }),
  });
  return changed.length > 0;
}

/** Somebody of the team who can sign in. */
async function personWith(ctx: TeamContext, address: string): Promise<string | undefined> {
  const people = await ctx.store.users.list(ctx.organisation.id);
  return people.find(({ email, disabledAt }) => !disabledAt && email === address.toLowerCase())?.id;
}
