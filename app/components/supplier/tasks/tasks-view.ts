import type { FrameView } from "#app/components/supplier/frame-view";
import type { Words } from "#app/i18n/words";

export type TaskState = "not-started" | "in-progress" | "completed" | "nothing-to-ask";

export type TaskView = {
  readonly code: string;
  readonly name: Words;
  readonly href?: string;
  readonly state: TaskState;
  /** `1 of 2 answered`. */
  readonly note?: string;
};

export type TasksView = {
  readonly frame: FrameView;
  readonly title: string;
  readonly due: { readonly day: string; readonly rest: string };
  /** First gap, or undefined when all is answered. */
  readonly gap?: { readonly code: string; readonly href: string };
  readonly groups: readonly { readonly name: Words; readonly tasks: readonly TaskView[] }[];
  readonly finish: { readonly name: Words; readonly code: string; readonly href: string };
  readonly base: string;
};
