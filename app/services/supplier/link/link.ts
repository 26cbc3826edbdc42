import { setTimeout as wait } from "node:timers/promises";
import { Problem, type ProblemCode } from "#app/domain/problem";
import type { ServiceContext } from "#app/services/context/contexts";
import { offerParam } from "#app/services/supplier/page/problem-offer";
import type { Actor } from "#db/audit";
import type { LinkTarget } from "#db/store";

export type OpenLink = LinkTarget["file"];

/** Least time for answering a link that opens nothing, in milliseconds: the time must not tell why it does not. */
const deadLinkMs = 40;

/**
 * What a link opens: work to do, or what was sent. Changes nothing. `also`: a state that opens it besides those.
 * @throws Problem for every link that opens nothing; `params` say who asked and since when, where that may be told
 */
export async function openLink(ctx: ServiceContext, token: string, also?: ProblemCode): Promise<OpenLink> {
  const start = performance.now();
  const target = await ctx.store.invitations.byToken(ctx.links.hash(token));
  const dead = stateOf(target, ctx.clock.now());
  if (target && (dead === undefined || dead.code === also)) return target.file;
  await untilDead(start);
  if (dead?.code === "answers-removed" && target) throw await removedProblem(ctx, target.file);
  throw dead ?? new Problem("link-unknown");
}

/** Waits until an address that opens nothing may be answered. @param start when it was asked for, of `performance.now()` */
export async function untilDead(start: number): Promise<void> {
  // A timer may come up to a millisecond early.
  while (performance.now() - start < deadLinkMs) await wait(Math.ceil(deadLinkMs - (performance.now() - start)));
}

/** That what was answered was removed, and when. */
export async function removedProblem(ctx: Pick<ServiceContext, "store">, file: OpenLink): Promise<Problem> {
  const { org, id } = file.attestation;
  const [removal] = await ctx.store.retention.removals(org, [id]);
  return linkProblem("answers-removed", file, removal?.at);
}

function stateOf(target: LinkTarget | undefined, now: Date): Problem | undefined {
  if (!target) return new Problem("link-unknown");
  if (target.link === "revoked") return linkProblem("link-revoked", target.file);
  if (target.link === "replaced") return linkProblem("link-replaced", target.file, target.linkChangedAt);
  return findLinkProblem(target.file, now);
}

/** Why nothing more can be answered, or undefined while it can or when it was sent: a receipt stays open. */
export function findLinkProblem(file: OpenLink, now: Date): Problem | undefined {
  const { invitation, campaign, attestation } = file;
  if (attestation.state === "removed") return linkProblem("answers-removed", file);
  if (invitation.state === "withdrawn") return linkProblem("link-revoked", file);
  if (attestation.state === "submitted") return undefined;
  if (invitation.state === "declined") return linkProblem("declined", file);
  if (campaign.state === "draft") return linkProblem("campaign-not-launched", file);
  if (campaign.state === "closed") return linkProblem("campaign-closed", file, campaign.closedAt);
  if (invitation.expiresAt.getTime() <= now.getTime()) return linkProblem("link-expired", file, invitation.expiresAt);
  return undefined;
}

/** A Problem with all that its page says; `at` is an ISO instant to be told in the campaign's zone. */
export function linkProblem(code: ProblemCode, file: OpenLink, at?: Date): Problem {
  return new Problem(code, {
    buyer: file.organisation.name,
    reference: file.attestation.reference,
    language: file.contact.language,
    ...offerParam(file.campaign),
    zone: file.campaign.zone,
    ...(at ? { at: at.toISOString() } : {}),
  });
}

/** Whoever holds a link, as events name them. */
export function supplierActor({ attestation }: Pick<OpenLink, "attestation">): Actor {
  return { kind: "supplier", attestation: attestation.id };
}
