import type { ServiceContext } from "#app/services/context/contexts";
import type { EventMaker } from "#app/services/context/events";
import type { SupplierSession } from "#app/services/supplier/session/supplier-session";
import { writeIfOpen } from "#app/services/supplier/session/write-if-open";
import type { Fields } from "#questionnaires/reading";

/** Most that is kept of a page that could not be saved, in UTF-16 code units of names and values. */
export const draftLimit = 64_000;

/** One event tells that a page was being filled in by somebody for so long, in milliseconds, however often it saved itself. */
const toldMs = 10 * 60_000;

/** A page that holds typed fields: a question's, by its code, or a row's, as `B1.sites.new`. */
export type DraftPlace = string;

/**
 * Keeps what was typed on a page, right or wrong, to be offered again there. No fields at all: nothing is left to offer. A write
 * adds its event, unless one of the same person, link and page from the last ten minutes tells of it already.
 * @returns "too-large" when it is more than a draft may hold, "not-saved" when the disk is full
 */
async function keepDraft(
  ctx: ServiceContext,
  session: SupplierSession,
  event: EventMaker<"draft.kept">,
  { place, fields }: { place: DraftPlace; fields: Fields },
): Promise<"kept" | "too-large" | "not-saved"> {
  const own = ownFields(place, fields);
  if (own.reduce((sum, [name, values]) => sum + name.length + values.join("").length, 0) > draftLimit) {
    return "too-large";
  }
  const { file } = session;
  const keptAt = ctx.clock.now();
  const outcome = await writeIfOpen(file, () =>
    ctx.store.attestations.keepDraft({
      org: file.attestation.org,
      attestation: file.attestation.id,
      draft: { question: place, fields: Object.fromEntries(own), keptAt },
      sameSince: new Date(keptAt.getTime() - toldMs),
      audit: event("draft.kept", file.attestation.id, { question: place }),
    }),
  );
  return outcome === "not-saved" ? outcome : "kept";
}

/** The fields of a page that somebody typed and has not saved. */
export function draftOf({ file }: SupplierSession, place: DraftPlace): { fields: Fields; keptAt: Date } | undefined {
  const draft = Object.hasOwn(file.drafts, place) ? file.drafts[place] : undefined;
  const fields = new Map(Object.entries(draft?.fields ?? {}));
  return draft && fields.size > 0 ? { fields, keptAt: draft.keptAt } : undefined;
}

/** Pages with something typed on them that is no answer yet. */
export function draftPlaces(session: SupplierSession): readonly DraftPlace[] {
  return Object.keys(session.file.drafts).filter((place) => draftOf(session, place));
}

/** Forgets a row's draft once the row is saved; a question's goes with the answer itself. */
export async function dropDraft(
  ctx: ServiceContext,
  session: SupplierSession,
  event: EventMaker<"draft.kept">,
  place: DraftPlace,
): Promise<void> {
  if (draftOf(session, place)) await keepDraft(ctx, session, event, { place, fields: new Map() });
}

/**
 * Whether a page that saves itself was opened before the newest answer was saved. What is typed there would be offered in
 * the place of that answer, to whoever opens the question next.
 */
export function isOutdated({ file }: SupplierSession, question: string, basedOn: number): boolean {
  return basedOn < (file.revisions[question] ?? 0);
}

/** Keeps a page as it was typed, as the outcome of saving it. */
export async function saveAsDraft(
  ctx: ServiceContext,
  session: SupplierSession,
  event: EventMaker<"draft.kept">,
  page: { place: DraftPlace; fields: Fields },
): Promise<{ readonly kind: "draft" | "too-large" | "not-saved" }> {
  const kept = await keepDraft(ctx, session, event, page);
  return { kind: kept === "kept" ? "draft" : kept };
}

function ownFields(place: DraftPlace, fields: Fields): readonly [string, readonly string[]][] {
  const question = `${place.split(".")[0]}.`;
  return [...fields].filter(([name]) => name.startsWith(question));
}
