import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { HelpPage } from "#app/components/supplier/link/aside-pages";
import { supplierLanguage } from "#app/http/supplier-session.server";
import { helpFrame } from "#app/services/supplier/link/aside-pages";
import { titleOf } from "./title";

export const meta = titleOf;

export function loader({ request, context }: LoaderFunctionArgs) {
  return { frame: helpFrame({ ...context.context, language: supplierLanguage(request) }) };
}

export default function Help() {
  return <HelpPage frame={useLoaderData<typeof loader>().frame} />;
}
