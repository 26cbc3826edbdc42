import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { UnsubscribePage } from "#app/components/supplier/aside-pages";
import { unsubscribePage } from "#app/services/supplier/aside-pages";
import { unsubscribe } from "#app/services/supplier/decline";
import { openLink } from "#app/services/supplier/link";
import { supplierLanguage } from "#app/session.server";
import { answering } from "./answering";
import { titleOf } from "./title";

export const meta = titleOf;

export function loader(args: LoaderFunctionArgs) {
  const { request, context, params } = args;
  return answering(args, async () => {
    const file = await openLink(context.context, params.token ?? "");
    const ctx = { ...context.context, language: supplierLanguage(request, file.contact.language) };
    return unsubscribePage(ctx, file, `/s/${params.token}`);
  });
}

/** Also what mail programs send by themselves (RFC 8058): one POST, whatever it holds. */
export function action(args: ActionFunctionArgs) {
  return answering(args, async () => {
    await unsubscribe(args.context.context, args.params.token ?? "");
    return null;
  });
}

export default function Unsubscribe() {
  return <UnsubscribePage view={useLoaderData<typeof loader>()} />;
}
