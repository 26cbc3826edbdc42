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

type Marks = z.output<typeof marksInput> & { readonly supplier: string };

/** Gives a supplier these tags and no others, and who looks after it. @returns whether anything was changed */
export async function saveMarks(
  ctx: TeamContext,
  { supplier, tags: names, owner: address }: Marks,
  event: EventMaker<"supplier.changed" | "tag.added">,
): Promise<boolean | Faults> {
  const org = ctx.organisation.id;
  const owner = address ? await personWith(ctx, address) : address;
  if (address && owner === undefined) return fault("owner", "not-valid");
  const tags: string[] = [];
  for (const [place, name] of (names ?? []).entries()) {
    const added = await ctx.store.marks.addTag({ org, name, most: mostTags, audit: event("tag.added", org, { name }) });
    if (added.outcome === "full") return fault(`tags/${place}`, "tags-full");
    tags.push(added.id);
  }
  if (names === undefined && owner === undefined) return false;
  const changed = await ctx.store.marks.set({
    ...{ org, supplier, owner },
    tags: names && tags,
    auditOf: (fields) => event("supplier.changed", supplier, { fields }),
  });
  return changed.length > 0;
}

/** Somebody of the team who can sign in. */
async function personWith(ctx: TeamContext, address: string): Promise<string | undefined> {
  const people = await ctx.store.users.list(ctx.organisation.id);
  return people.find(({ email, disabledAt }) => !disabledAt && email === address.toLowerCase())?.id;
}
