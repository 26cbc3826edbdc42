import type { AppLoadContext } from "@remix-run/node";

/**
 * What an action hands to the loader of the same request, so that a page that could not be saved is drawn by the one who
 * always draws it, title and all. The load context lives as long as the request.
 */
const turns = new WeakMap<AppLoadContext, unknown>();

export function handOn<T>(context: AppLoadContext, turn: T): void {
  turns.set(context, turn);
}

export function handedOn<T>(context: AppLoadContext): T | undefined {
  return turns.get(context) as T | undefined;
}
