import { Problem } from "#app/domain/problem";
import { attestSessionOf, supplierLanguage } from "#app/http/supplier-session.server";
import { data, redirect } from "#app/router/answers.server";
import type { ActionArgs, LoaderArgs } from "#app/router/route-types";
import type { SupplierContext } from "#app/services/context/contexts";
import { type OpenLink, openLink } from "#app/services/supplier/link/link";
import { problemPage } from "#app/services/supplier/page/problem-page";
import { addressOf, openSupplierSession, type SupplierSession } from "#app/services/supplier/session/supplier-session";
import { type FormFields, readForm } from "./form-fields";

type Args = LoaderArgs | ActionArgs;

/** Answers a Problem with its status and a page that says what happened, with what was typed on it. */
export async function withProblemPage<T>(
  args: Args,
  work: () => Promise<T>,
  typed?: () => FormFields | undefined,
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const ctx = args.context.context;
    const contact = typeof error.params.language === "string" ? error.params.language : undefined;
    const language = supplierLanguage(args.request, contact);
    const address = new URL(args.request.url).pathname;
    const view = problemPage({ ...ctx, language }, error, { typed: typed?.(), address });
    throw data(view, { status: error.status });
  }
}

/** A link that works, in the reader's language. `href` is its own page. */
export type LinkRequest = { readonly ctx: SupplierContext; readonly file: OpenLink; readonly href: string };

/** A page below a link. @throws Problem for a link that opens nothing */
export function forLink<T>(work: (at: LinkRequest, args: LoaderArgs) => Promise<T> | T) {
  return (args: LoaderArgs): Promise<T> =>
    withProblemPage(args, async () => {
      const token = args.params.token ?? "";
      const file = await openLink(args.context.context, token);
      return work({ ...linkRequest(args, file), file }, args);
    });
}

/** The language and the address of a link's pages. */
export function linkRequest({ request, context, params }: Args, file: OpenLink): Omit<LinkRequest, "file"> {
  const language = supplierLanguage(request, file.contact.language);
  return { ctx: { ...context.context, language }, href: `/s/${params.token}` };
}

export type SessionRequest = {
  readonly ctx: SupplierContext;
  readonly session: SupplierSession;
  readonly param: (name: string) => string;
};

/** A page of somebody who works on an attestation. */
export function forSession<T>(work: (at: SessionRequest, args: LoaderArgs) => Promise<T> | T) {
  return (args: LoaderArgs): Promise<T> => withProblemPage(args, async () => work(await openAt(args), args));
}

/** A page on which answers are still given; once they were sent it leads to the receipt. */
export function forOpenSession<T>(work: (at: SessionRequest, args: LoaderArgs) => Promise<T> | T) {
  return forSession((at, args) => {
    const { attestation } = at.session.file;
    if (attestation.state === "submitted") throw redirect(`${addressOf(at.session)}/receipt`);
    return work(at, args);
  });
}

/** A form of such a page. It is read before the session is looked at, so that nothing typed is lost with it. */
export function forForm<T>(work: (at: SessionRequest & { fields: FormFields }, args: ActionArgs) => Promise<T> | T) {
  return (args: ActionArgs): Promise<T> => {
    let fields: FormFields | undefined;
    return withProblemPage(
      args,
      async () => {
        fields = await readForm(args.request, args.context.form);
        return work({ ...(await openAt(args)), fields }, args);
      },
      () => fields,
    );
  };
}

async function openAt({ request, context, params }: Args): Promise<SessionRequest> {
  const param = (name: string) => params[name] ?? "";
  const session = await openSupplierSession(context.context, {
    attestation: param("id"),
    sessionToken: attestSessionOf(request),
  });
  const language = supplierLanguage(request, session.file.contact.language);
  return { ctx: { ...context.context, language }, session, param };
}
