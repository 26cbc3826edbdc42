import type { ChoicesView, FieldView } from "#app/components/controls/control-view";
import type { EvidenceFieldView } from "#app/components/supplier/evidence/evidence-view";
import type { ErrorLine, FrameView, PlaceView } from "#app/components/supplier/frame-view";
import type { Words } from "#app/i18n/words";

export type QuestionView = {
  readonly frame: FrameView;
  readonly code: string;
  readonly section: Words;
  readonly title: Words;
  readonly hint?: Words;
  readonly why?: Words;
  readonly words: readonly { readonly term: Words; readonly meaning: Words }[];
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
  readonly places: readonly PlaceView[];
  /** Where saving leads back to, when the page was opened from there. */
  readonly from?: string;
  /** Absent where the question takes no documents. */
  readonly evidence?: EvidenceFieldView;
};
