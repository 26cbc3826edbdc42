import * as z from "zod";
import { withoutInvisible } from "#terms/texts/typed-text";
import { isBlank, isCommon, isEmail, isLongEnough, passwordLimits, tooLong } from "./password-rules";

/** What an account is opened with, as people type it. */

/** The address somebody signs in with, in lower case. */
export const accountEmail = z.string().overwrite(withoutInvisible).trim().toLowerCase().refine(isEmail, "not-an-email");

/** A password that is chosen. @param least characters that it has at least */
export function chosenPassword(least: number) {
  return z
    .string()
    .refine((password) => !tooLong(password), { error: "password-long", abort: true })
    .refine((password) => !isBlank(password), { error: "password-blank", abort: true })
    .refine((password) => isLongEnough(password, least), { error: "password-short", abort: true })
    .refine((password) => !isCommon(password), "password-common");
}

/** One that stands alone. */
export const newPassword = chosenPassword(passwordLimits.characters);

/** A password as it is typed to prove who somebody is. Longer ones were never taken, so they are not looked at. */
export const ownPassword = z.string().max(passwordLimits.bytes, "password-wrong");
