import type { OptionView } from "#app/views/supplier/controls";
import type { PrintedOption } from "#app/views/supplier/signing/answers";

/** A choice as it stands on paper. */
export function printedOption({ label, note, on }: Pick<OptionView, "label" | "note" | "on">): PrintedOption {
  return { label, note, on };
}
