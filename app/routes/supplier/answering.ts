import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { attestSessionOf, supplierLanguage } from "#app/http/supplier-session.server";
import { Problem } from "#app/problem";
import type { SupplierContext } from "#app/services/context";
import { type OpenLink, openLink } from "#app/services/supplier/link/link";
import { problemPage } from "#app/services/supplier/problem-page";
import { addressOf, openSitting, type Sitting } from "#app/services/supplier/sitting";
import { type FormFields, readForm } from "./form";

type Args = LoaderFunctionArgs | ActionFunctionArgs;

/** Answers a Problem with its status and a page that says what happened, with what was typed on it. */
export async function answering<T>(
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
export type AtLink = { readonly ctx: SupplierContext; readonly file: OpenLink; readonly href: string };

/** A page below a link. @throws Problem for a link that opens nothing */
export function forLink<T>(work: (at: AtLink, args: LoaderFunctionArgs) => Promise<T> | T) {
  return (args: LoaderFunctionArgs): Promise<T> =>
    answering(args, async () => {
      const token = args.params.token ?? "";
      const file = await openLink(args.context.context, token);
      return work({ ...linkAt(args, file), file }, args);
    });
}

/** The language and the address of a link's pages. */
export function linkAt({ request, context, params }: Args, file: OpenLink): Omit<AtLink, "file"> {
  const language = supplierLanguage(request, file.contact.language);
  return { ctx: { ...context.context, language }, href: `/s/${params.token}` };
}

export type At = { readonly ctx: SupplierContext; readonly sitting: Sitting; readonly param: (name: string) => string };

/** A page of somebody who works on an attestation. */
export function forSitting<T>(work: (at: At, args: LoaderFunctionArgs) => Promise<T> | T) {
  return (args: LoaderFunctionArgs): Promise<T> => answering(args, async () => work(await openAt(args), args));
}

/** A page on which answers are still given; once they were sent it leads to the receipt. */
export function forOpenSitting<T>(work: (at: At, args: LoaderFunctionArgs) => Promise<T> | T) {
  return forSitting((at, args) => {
    const { attestation } = at.sitting.file;
    if (attestation.state === "submitted") throw redirect(`${addressOf(at.sitting)}/receipt`);
    return work(at, args);
  });
}

/** A form of such a page. It is read before the session is looked at, so that nothing typed is lost with it. */
export function forForm<T>(work: (at: At & { fields: FormFields }, args: ActionFunctionArgs) => Promise<T> | T) {
  return (args: ActionFunctionArgs): Promise<T> => {
    let fields: FormFields | undefined;
    return answering(
      args,
      async () => {
        fields = await readForm(args.request, args.context.form);
        return work({ ...(await openAt(args)), fields }, args);
      },
      () => fields,
    );
  };
}

async function openAt({ request, context, params }: Args): Promise<At> {
  const param = (name: string) => params[name] ?? "";
  const session = attestSessionOf(request);
  const sitting = await openSitting(context.context, { attestation: param("id"), session });
  const language = supplierLanguage(request, sitting.file.contact.language);
  return { ctx: { ...context.context, language }, sitting, param };
}
