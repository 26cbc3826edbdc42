import type { PageTexts } from "#app/services/supplier/page/page-texts";
import type { SupplierSession } from "#app/services/supplier/session/supplier-session";
import type { UnsavedForm } from "#app/services/supplier/session/unsaved-form";
import type { ApproverFieldsView } from "#app/views/supplier/signing/sign";
import type { FieldError } from "#questionnaires/reading";
import type { ApprovalState } from "./approval-state";
import { approverFields, typedApprover } from "./ask-approval";

/**
 * Where a second person is named, as it was typed; else whoever was asked before, so that a company that wants two people is
 * not sent without the second by an oversight.
 */
export function approverFieldsView(
  { file }: SupplierSession,
  words: PageTexts,
  { typed, asked }: { readonly typed: UnsavedForm | undefined; readonly asked: ApprovalState | undefined },
): ApproverFieldsView {
  const { name, email } = typed ? typedApprover(typed.fields) : beforeOf(asked);
  const errorOf = (field: string) => typed?.errors.find((error) => error.field === field);
  return {
    isOpen: name !== "" || email !== "",
    hint: words.t("supplier:approval.hint", { buyer: file.organisation.name }),
    fields: [
      { id: approverFields.name, isMail: false, value: name, error: errorText(errorOf(approverFields.name), words) },
      { id: approverFields.email, isMail: true, value: email, error: errorText(errorOf(approverFields.email), words) },
    ],
  };
}

function beforeOf(asked: ApprovalState | undefined): { readonly name: string; readonly email: string } {
  if (!asked || asked.state === "over" || asked.approver.erasedAt) return { name: "", email: "" };
  return asked.approver;
}

function errorText(error: FieldError | undefined, { t }: PageTexts): string | undefined {
  if (!error) return undefined;
  if (error.code === "too-many-rows") return t("supplier:colleagues.full", { max: error.params?.max });
  return t("supplier:approval.error");
}
