import { type Moment, timeMoment } from "#app/i18n/dates/moments";
import { findLanguage } from "#app/i18n/languages";
import words from "#app/i18n/locales/en/ratings.json" with { type: "json" };
import type { TeamContext } from "#app/services/context/contexts";
import type { Actor, StoredAuditEvent } from "#db/audit";

/** Events read from the trail; a supplier that answers in many sittings makes some hundreds. */
const mostEvents = 500;
/** Lines shown, newest first. */
const mostLines = 100;

export type TrailLine = { readonly key: string; readonly at: Moment; readonly text: string; readonly by: TrailActor };
export type TrailActor =
  | { readonly kind: "person"; readonly name: string }
  | { readonly kind: "supplier" }
  | { readonly kind: "system" };

/** What happened to a supplier, its invitations and attestations. Saved answers that follow each other are one line. */
export async function supplierTrail(
  ctx: TeamContext,
  subjects: readonly string[],
): Promise<{ lines: readonly TrailLine[]; more: boolean }> {
  const events = await ctx.store.audit.trail(ctx.organisation.id, { subjects, most: mostEvents });
  const runs: { event: StoredAuditEvent; saved: number }[] = [];
  for (const event of events) {
    if (event.action === "draft.kept") continue;
    const last = runs.at(-1);
    const follows = event.action === "answer.saved" && last?.event.action === "answer.saved";
    if (follows && last.event.subject.id === event.subject.id) last.saved += 1;
    else runs.push({ event, saved: 1 });
  }
  const lines = runs.slice(0, mostLines).map(({ event, saved }) => trailLine(ctx, event, saved));
  return { lines, more: runs.length > mostLines || events.length === mostEvents };
}

function trailLine(ctx: TeamContext, event: StoredAuditEvent, saved: number): TrailLine {
  return {
    key: String(event.seq),
    at: timeMoment(event.at, ctx.language),
    text: eventText(ctx, event, saved),
    by: actorView(event.actor),
  };
}

function eventText(ctx: TeamContext, event: StoredAuditEvent, saved: number): string {
  const t = ctx.t(ctx.language);
  if (event.action === "answer.saved") return t("ratings:event.answers-saved", { count: saved });
  if (event.action === "attestation.rated") {
    const { score, band } = event.details;
    const known = (["low", "medium", "high", "critical"] as const).find((one) => one === band);
    return t("ratings:event.attestation-rated", {
      score: score.toFixed(2),
      band: known ? t(`team:band.${known}`) : band,
    });
  }
  const key = event.action.replace(".", "-");
  if (!isEvent(key)) return t("ratings:event.other", { action: event.action });
  const details = Object.entries(event.details).map(([name, value]) => [name, detailText(name, value)]);
  if (event.action === "invitation.declined") details.push(["reason", declineText(ctx, event.details.reason)]);
  const text: unknown = t(`ratings:event.${key}`, Object.fromEntries(details));
  return String(text);
}

/** Why a supplier declined, in words, and whom it named instead if it did. */
function declineText(ctx: TeamContext, reason: string): string {
  const [code = "", ...hint] = reason.split(": ");
  const known = (["not-supplier", "wrong-contact"] as const).find((one) => one === code);
  return [known ? ctx.t(ctx.language)(`ratings:declined.${known}`) : code, ...hint].join(": ");
}

function detailText(name: string, value: unknown): string {
  if (Array.isArray(value)) return value.join(", ");
  return name === "language" ? (findLanguage(String(value))?.endonym ?? String(value)) : String(value);
}

type EventKey = Exclude<keyof typeof words.event, "answers-saved_one" | "answers-saved_other">;

function isEvent(key: string): key is EventKey {
  return Object.hasOwn(words.event, key);
}

function actorView(actor: Actor): TrailActor {
  return actor.kind === "person" ? { kind: "person", name: actor.name } : { kind: actor.kind };
}
