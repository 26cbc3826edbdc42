import type { Namespace } from "#app/i18n/texts/namespaces";

/** What a route may say about itself: `export const handle = { plain: true } satisfies RouteHandle`. */
export type RouteHandle = {
  /** Complete without any framework script: none is sent, nothing hydrates. */
  plain?: boolean;
  /** Texts the browser needs when the page hydrates, besides `common`. */
  namespaces?: readonly Namespace[];
};

function handleOf(value: unknown): RouteHandle {
  return typeof value === "object" && value !== null ? value : {};
}

/** Whether any of the matched routes asks to be plain. */
export function isPlain(handles: readonly unknown[]): boolean {
  return handles.some((handle) => handleOf(handle).plain === true);
}

/** Every namespace the matched routes need, `common` first, each once. */
export function namespacesOf(handles: readonly unknown[]): Namespace[] {
  return [...new Set<Namespace>(["common", ...handles.flatMap((handle) => handleOf(handle).namespaces ?? [])])];
}
