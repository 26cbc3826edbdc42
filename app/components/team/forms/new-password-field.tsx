import { useTranslation } from "react-i18next";
import { TextField } from "./field";

type NewPasswordProps = { characters: number; error: string | undefined; label?: string };

/** The field of a password that is chosen. `characters` is how many it needs at least. */
export function NewPasswordField({ characters, error, label }: NewPasswordProps) {
  const { t } = useTranslation("team");
  return (
    <TextField
      name="password"
      type="password"
      label={label ?? t("setup.password")}
      hint={t("setup.passwordHint", { characters })}
      error={error}
      autoComplete="new-password"
    />
  );
}
