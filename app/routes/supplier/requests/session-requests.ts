import { Problem } from "#app/domain/problem";
import { requireKnown } from "#app/http/known-buttons";
import { wasJustStarted } from "#app/http/recent-starts.server";
import {
  elsewhereTokenOf,
  supplierLanguage,
  supplierSessionTokenOf,
  visitorOf,
} from "#app/http/supplier-session.server";
import { calledFrom, teamSessionTokenOf } from "#app/http/team-session.server";
import { data, redirect } from "#app/router/api/answers.server";
import type { ActionArgs, LoaderArgs } from "#app/router/api/route-types";
import { asVisitor } from "#app/services/context/callers";
import type { SupplierContext, VisitorContext } from "#app/services/context/contexts";
import { storageProblem } from "#app/services/context/store-problems";
import { findStaffPlace } from "#app/services/stand-in/staff-place";
import { problemOffer } from "#app/services/supplier/page/problem-offer";
import { showProblem } from "#app/services/supplier/page/show-problem";
import { openSupplierSession } from "#app/services/supplier/session/open-supplier-session";
import { addressOf } from "#app/services/supplier/session/supplier-session";
import { type FormFields, readForm } from "./form-fields";

type Args = LoaderArgs | ActionArgs;

/** What is known by the time that something goes wrong: what was typed, and who works on which attestation. */
type Known = { fields?: FormFields; opened?: SupplierContext };

/**
 * Answers a Problem with its status and a page that says what happened, with what was typed on it. A fault of ours is answered
 * so too where something was typed: it would be lost otherwise.
 */
export async function withProblemPage<T>(args: Args, work: () => Promise<T>, known: Known = {}): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const { fields: typed, opened } = known;
    const problem = problemOf(error, args, typed);
    if (!problem) throw error;
    const contact = typeof problem.params.language === "string" ? problem.params.language : undefined;
    const offer = opened?.session.file.campaign ?? problemOffer(problem);
    const language = opened?.language ?? supplierLanguage(args.request, contact, offer);
    const address = new URL(args.request.url).pathname;
    const ctx = asVisitor(args.context.context, language);
    const view = await showProblem(ctx, { problem, typed, address, offer });
    throw data(view, { status: problem.status });
  }
}

function problemOf(error: unknown, { request, context }: Args, typed: FormFields | undefined): Problem | undefined {
  if (error instanceof Problem) return error;
  // Answers are thrown too, and are no errors.
  if (!(error instanceof Error)) return undefined;
  const isTyped = typed !== undefined && typed.size > 0;
  const storage = storageProblem(error, request.method);
  if (!isTyped && !storage) return undefined;
  const path = new URL(request.url).pathname;
  context.context.log.error({ err: error, method: request.method, url: path }, "a page failed");
  return storage ?? new Problem("unexpected");
}

/** Whoever opened a link, and what its use cases take. `language`: what the reader chose, if anything. */
export type LinkRequest = {
  readonly ctx: VisitorContext;
  readonly link: { readonly token: string; readonly language: string | undefined };
};

function linkRequest({ context, request, params }: Args): LinkRequest {
  const { ctx, chosen } = visitorOf(context.context, request);
  return { ctx, link: { token: params.token ?? "", language: chosen } };
}

/** A page or a button of a link. Problems of the link are answered with their page. */
export function forLink<T, A extends Args = LoaderArgs>(work: (at: LinkRequest, args: A) => Promise<T> | T) {
  return (args: A): Promise<T> =>
    withProblemPage(args, async () => {
      const at = linkRequest(args);
      await leadStaff(at.ctx, args);
      return work(at, args);
    });
}

/** A form of a link; what was typed is on the page of every problem. */
export function forLinkForm<T>(work: (at: LinkRequest & { fields: FormFields }, args: ActionArgs) => Promise<T> | T) {
  return (args: ActionArgs): Promise<T> => {
    const known: Known = {};
    return withProblemPage(
      args,
      async () => {
        const fields = await readForm(args.request);
        known.fields = fields;
        const at = linkRequest(args);
        await leadStaff(at.ctx, args);
        return work({ ...at, fields }, args);
      },
      known,
    );
  };
}

/** A person of the team does not use a link as if they were the supplier: they are led to where they read the same. */
async function leadStaff(ctx: VisitorContext, { request, params }: Args): Promise<void> {
  const teamSession = teamSessionTokenOf(ctx, request);
  if (teamSession === undefined) return;
  const place = await findStaffPlace(ctx, { token: params.token ?? "", teamSession });
  if (place === undefined) return;
  if (request.method !== "GET" && request.method !== "HEAD") throw new Problem("staff-reads-only");
  throw redirect(place);
}

export type SessionRequest = {
  readonly ctx: SupplierContext;
  readonly param: (name: string) => string;
};

/** A page of somebody who works on an attestation. */
export function forSession<T>(work: (at: SessionRequest, args: LoaderArgs) => Promise<T> | T) {
  return (args: LoaderArgs): Promise<T> => {
    const known: Known = {};
    return withProblemPage(args, async () => work(await openAt(args, known), args), known);
  };
}

/** A page on which answers are still given; once they were sent it leads to the receipt. */
export function forOpenSession<T>(work: (at: SessionRequest, args: LoaderArgs) => Promise<T> | T) {
  return forSession((at, args) => {
    const { session } = at.ctx;
    if (session.file.attestation.state === "submitted") throw redirect(`${addressOf(session)}/receipt`);
    return work(at, args);
  });
}

/**
 * A form of such a page. It is read before the session is looked at, so that nothing typed is lost with it. `buttons`: what it may say in `then`
 * or `codeStep` where anything else must not be taken for signing or asking; pages of answers keep what was typed whatever the button.
 */
export function forForm<T>(
  work: (at: SessionRequest & { fields: FormFields }, args: ActionArgs) => Promise<T> | T,
  buttons?: readonly string[],
) {
  return (args: ActionArgs): Promise<T> => {
    const known: Known = {};
    return withProblemPage(
      args,
      async () => {
        const fields = await readForm(args.request, args.context.form);
        known.fields = fields;
        const at = { ...(await openAt(args, known)), fields };
        if (buttons) requireKnown([...(fields.get("then") ?? []), ...(fields.get("codeStep") ?? [])], buttons);
        return work(at, args);
      },
      known,
    );
  };
}

async function openAt({ request, context, params }: Args, known: Known): Promise<SessionRequest> {
  const param = (name: string) => params[name] ?? "";
  const { ctx, chosen } = visitorOf(context.context, request);
  const sessionToken = supplierSessionTokenOf(request);
  if (sessionToken === undefined && wasJustStarted(ctx, param("id"))) throw new Problem("cookies-refused");
  const teamSession = teamSessionTokenOf(ctx, request);
  const elsewhere = elsewhereTokenOf(request);
  const session = { attestation: param("id"), sessionToken, teamSession, language: chosen, elsewhere };
  // Nothing is kept of where a supplier calls from.
  const from = teamSession === undefined ? undefined : calledFrom(request, context.address);
  known.opened = await openSupplierSession(from ? { ...ctx, from } : ctx, session);
  return { ctx: known.opened, param };
}
