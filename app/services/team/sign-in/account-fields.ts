import * as z from "zod";
import { isEmail, isLongEnough, tooLong } from "./password-rules";

/** What an account is opened with, as people type it. */

/** The address somebody signs in with, in lower case. */
export const accountEmail = z.string().trim().toLowerCase().refine(isEmail, "not-an-email");

export const newPassword = z
  .string()
  .refine((password) => !tooLong(password), "password-long")
  .refine(isLongEnough, "password-short");
