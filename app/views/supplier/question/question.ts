import type { PageText } from "#app/i18n/page-text";
import type { ErrorLine } from "#app/views/error-line";
import type { ChoicesView, FieldView } from "#app/views/supplier/controls";
import type { EvidenceFieldView } from "#app/views/supplier/evidence";
import type { FrameView, NearbyQuestionView } from "#app/views/supplier/frame";
import type { HelpThreadView } from "#app/views/supplier/help";
import type { AgainQuestionView } from "#app/views/supplier/question/again";
import type { OfferView } from "./earlier";

export type QuestionView = {
  readonly frame: FrameView;
  readonly code: string;
  readonly section: PageText;
  readonly title: PageText;
  readonly hint?: PageText;
  readonly why?: PageText;
  readonly words: readonly { readonly term: PageText; readonly meaning: PageText }[];
  readonly fields: readonly FieldView[];
  /** The first field is what the question asks for: its choices stand right below the question. */
  readonly leads: boolean;
  readonly unsure?: ChoicesView;
  readonly comment: { readonly name: string; readonly value: string; readonly error?: string };
  readonly errors: readonly ErrorLine[];
  /** Revision of the answer that the page shows. */
  readonly basedOn: number;
  /** Fields that were typed earlier and are not saved as an answer. */
  readonly draftKept?: string;
  readonly notSaved: boolean;
  readonly places: readonly NearbyQuestionView[];
  /** Where saving leads back to, when the page was opened from there. */
  readonly from?: "check";
  /** Absent where the question takes no documents. */
  readonly evidence?: EvidenceFieldView;
  /** What was signed before; only while it is open. */
  readonly earlier?: OfferView;
  /** Whether whoever reads this may ask the buyer about it. */
  readonly mayAsk: boolean;
  /** What was asked about it and answered; absent while nothing was. */
  readonly thread?: HelpThreadView;
  /** Why it is asked again, and what was signed; absent where it is not. */
  readonly again?: AgainQuestionView;
};
