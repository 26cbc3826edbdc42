import * as z from "zod";
import { withoutInvisible } from "#terms/texts/typed-text";
import { isEmail, isLongEnough, tooLong } from "./password-rules";

/** What an account is opened with, as people type it. */

/** The address somebody signs in with, in lower case. */
export const accountEmail = z.string().overwrite(withoutInvisible).trim().toLowerCase().refine(isEmail, "not-an-email");

export const newPassword = z
  .string()
  .refine((password) => !tooLong(password), "password-long")
  .refine(isLongEnough, "password-short");
