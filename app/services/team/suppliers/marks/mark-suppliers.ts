import * as z from "zod";
import { Problem } from "#app/domain/problem";
import type { TeamContext } from "#app/services/context/contexts";
import type { EventMaker } from "#app/services/context/events";
import { type Faults, fault } from "#app/services/context/faults";
import { recordId } from "#app/services/context/inputs";
import { teamUseCase } from "#app/services/context/use-case";
import { addressOf, queryOf } from "#app/services/team/suppliers/views/kept-query";
import type { AuditEvent } from "#db/audit";
import { MissingError } from "#db/errors";
import type { Mark } from "#db/store";
import { cleanLine } from "#terms/texts/typed-text";
import { chosenInput, chosenSuppliers, mostMarked } from "./chosen-suppliers";

/** Tags of an organisation, and of one supplier. */
export const mostTags = 200;
export const mostTagsOfOne = 20;

/** What a tag is called. */
export const tagName = z.string().overwrite(cleanLine).max(40, "too-long");

/** What the page for many can do. */
export const markIntents = ["tag", "untag", "owner", "archive", "restore"] as const;
type Intent = (typeof markIntents)[number];
type Done = "suppliers.marked" | "supplier.changed" | "supplier.archived" | "supplier.restored" | "tag.added";

/**
 * Puts a tag on many suppliers, takes one off, says who looks after them, archives or restores them. `seen`: how many the page named, so that a number that
 * somebody confirmed is the number that is changed.
 */
export const markSuppliers = teamUseCase({
  permission: "suppliers.write",
  input: chosenInput.extend({
    seen: z.coerce.number().int(),
    intent: z.enum(markIntents),
    tag: tagName.default(""),
    untag: recordId.default(""),
    owner: recordId.default(""),
  }),
  events: ["suppliers.marked", "supplier.changed", "supplier.archived", "supplier.restored", "tag.added"],
  async run(ctx, { seen, intent, tag, untag, owner, ...chosen }, event) {
    const ids = await chosenSuppliers(ctx, chosen, mostMarked);
    if (ids.length > mostMarked || ids.length !== seen) return fault(intent, "suppliers-differ");
    const mark = await markOf(ctx, { intent, tag, untag, owner }, event);
    if (!("what" in mark)) return mark;
    const { changed, full } = await orNotFound(
      ctx.store.marks.mark({
        ...{ org: ctx.organisation.id, ids, mark, most: mostTagsOfOne },
        audit: [event("suppliers.marked", ctx.organisation.id, { what: intent, chosen: ids.length })],
        auditOf: (id) => changeOf(intent, id, event),
      }),
    );
    const back = addressOf(queryOf(ctx, chosen.query));
    return { back: `${back}&changed=${changed}${full > 0 ? `&full=${full}` : ""}` };
  },
});

/** The event of one of them. */
function changeOf(intent: Intent, id: string, event: EventMaker<Done>): AuditEvent {
  if (intent === "archive") return event("supplier.archived", id, {});
  if (intent === "restore") return event("supplier.restored", id, {});
  return event("supplier.changed", id, { fields: [intent === "owner" ? "owner" : "tags"] });
}

type Said = { intent: Intent; tag: string; untag: string; owner: string };

async function markOf(ctx: TeamContext, said: Said, event: EventMaker<Done>): Promise<Mark | Faults> {
  const org = ctx.organisation.id;
  if (said.intent === "archive") return { what: "archive", at: ctx.clock.now(), by: ctx.user.id };
  if (said.intent === "restore") return { what: "restore" };
  if (said.intent === "owner") return { what: "owner", owner: said.owner === "" ? null : said.owner };
  if (said.intent === "untag") {
    if (said.untag === "") return fault("untag", "required");
    return { what: "tag", tag: said.untag, isSet: false };
  }
  if (said.tag === "") return fault("tag", "required");
  const audit = event("tag.added", org, { name: said.tag });
  const added = await ctx.store.marks.addTag({ org, name: said.tag, most: mostTags, audit });
  return added.outcome === "full" ? fault("tag", "tags-full") : { what: "tag", tag: added.id, isSet: true };
}

async function orNotFound<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof MissingError) throw new Problem("not-found");
    throw error;
  }
}
