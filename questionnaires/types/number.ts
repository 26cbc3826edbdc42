import { z } from "zod";
import type { FieldError } from "#questionnaires/reading/field";
import { parseNumber } from "#questionnaires/reading/numbers";
import { filledValues, type PartOf, type PartType, type Reading } from "./part-type";

type Bounds = { readonly min: number; readonly max: number; readonly decimals: number };

/** A figure such as a number of workers, whole unless the part allows decimals. */
export const number: PartType<PartOf<"number">> = {
  type: "number",
  read: (part, name, fields) => readNumber(filledValues(fields, name).at(-1), name, boundsOf(part)),
  schema(part) {
    const { min, max, decimals } = boundsOf(part);
    return (decimals === 0 ? z.int() : z.number()).min(min).max(max);
  },
  sanitize(part) {
    const { min, max, decimals } = boundsOf(part);
    return (value) =>
      typeof value === "number" && value >= min && value <= max && (decimals > 0 || Number.isInteger(value))
        ? value
        : undefined;
  },
  summary: (_part, value) => ({ kind: "number", value: Number(value) }),
  texts: () => ({ required: [], optional: [] }),
};

function boundsOf({ min, max, decimals }: PartOf<"number">): Bounds {
  return { min: min ?? Number.MIN_SAFE_INTEGER, max: max ?? Number.MAX_SAFE_INTEGER, decimals: decimals ?? 0 };
}

/** Digits past the allowed decimals are rounded; a fraction where none is allowed is an error, for it means something else was asked. */
export function readNumber(typed: string | undefined, field: string, { min, max, decimals }: Bounds): Reading {
  if (typed === undefined) return {};
  const exact = parseNumber(typed);
  if (exact === undefined) return failed({ field, code: "not-a-number" });
  if (decimals === 0 && !Number.isInteger(exact)) return failed({ field, code: "whole-number" });
  const value = Number(exact.toFixed(decimals));
  if (value < min) return failed({ field, code: "too-small", params: { min } });
  if (value > max) return failed({ field, code: "too-large", params: { max } });
  return { value };
}

function failed(error: FieldError): Reading {
  return { errors: [error] };
}
