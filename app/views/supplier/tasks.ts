import type { PageText } from "#app/i18n/page-text";
import type { DueView, FrameView } from "./frame";
import type { AskedLineView } from "./help";
import type { AgainView } from "./question/again";

export type TaskState = "not-started" | "in-progress" | "completed" | "nothing-to-ask";

export type TaskView = {
  readonly code: string;
  readonly name: PageText;
  readonly href?: string;
  readonly state: TaskState;
  /** `1 of 2 answered`. */
  readonly note?: string;
  /** How long it took others, where enough were measured. */
  readonly time?: string;
  /** Who else has it. */
  readonly with?: string;
};

/**
 * A signature that waits for a second person, or came back without their approval. `reason`: in the words of whoever returned it, to be
 * shown as text. `way`: where it is sent again or taken back, for whoever may.
 */
export type TasksApproval = {
  readonly text: string;
  readonly over?: string;
  readonly reason?: string;
  readonly way?: { readonly label: string; readonly href: string };
};

export type TasksView = {
  readonly frame: FrameView;
  readonly title: string;
  /** What is asked again of what was signed; nothing else is answered then. */
  readonly again?: AgainView;
  readonly due: DueView;
  /** First gap, or undefined when all is answered. */
  readonly open?: { readonly code: string; readonly href: string };
  readonly groups: readonly { readonly name: PageText; readonly tasks: readonly TaskView[] }[];
  readonly finish: { readonly name: PageText; readonly code: string; readonly href: string };
  readonly base: string;
  readonly approval?: TasksApproval;
  /** What was signed before, where something of it is on offer. */
  readonly earlier?: string;
  /** What was asked of the buyer, by question. */
  readonly asked: readonly AskedLineView[];
  readonly askedTitle: string;
  /** Where colleagues are asked; absent for whoever may not. */
  readonly colleagues?: string;
  /** Who signs, where whoever reads this may not. */
  readonly signer?: string;
};

export type SavedForLaterView = {
  readonly frame: FrameView;
  /** When something was last saved, in words; absent where nothing is. */
  readonly saved?: string;
  /** Pages with something typed on them that is no answer yet. */
  readonly drafts: number;
  readonly due: DueView;
  readonly href: string;
};
