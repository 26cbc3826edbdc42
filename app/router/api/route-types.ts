import type { ActionFunctionArgs, AppLoadContext, LinksFunction, LoaderFunctionArgs } from "@remix-run/node";

/** What a loader is called with. */
export type LoaderArgs = LoaderFunctionArgs;
/** What an action is called with. */
export type ActionArgs = ActionFunctionArgs;
/** What the server hands to every loader and action of one request. */
export type LoadContext = AppLoadContext;
export type { LinksFunction };
