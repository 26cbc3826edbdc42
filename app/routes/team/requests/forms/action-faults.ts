import type { useTranslation } from "react-i18next";
import type { FormInput } from "#app/http/form-input";
import type { Fault } from "#app/services/context/faults";
import type { ActionFieldsView } from "#app/views/team/actions/action";

type Words = ReturnType<typeof useTranslation<["actions", "team"]>>["t"];

const fields = ["gap", "cause", "step", "owner", "due"] as const;

/** What is wrong with the form of an action, in words. */
export function faultLines(faults: readonly Fault[], t: Words) {
  return faults.map(({ field, code, params }) => {
    const known = fields.find((one) => one === field);
    return { field, text: t(`team:fault.${code}`, { field: t(known ? `field.${known}` : "field.text"), ...params }) };
  });
}

/** The fields as they were typed. */
export function typedFields(typed: FormInput): ActionFieldsView {
  const said = (name: string) => String(typed[name] ?? "");
  return { gap: said("gap"), cause: said("cause"), step: said("step"), owner: said("owner"), due: said("due") };
}
