import { useTranslation } from "react-i18next";
import { FieldBox } from "#app/components/forms/field-box";
import { describedBy } from "#app/components/forms/field-help";
import { Form } from "#app/router/api/navigation";

type TakeInFormProps = { most: number; error?: string };

/** Where mails are chosen as files; sent to the address of the page. */
export function TakeInForm({ most, error }: TakeInFormProps) {
  const { t } = useTranslation("team");
  const help = { id: "files", hint: t("received.filesHint", { most }), error };
  return (
    <Form method="post" encType="multipart/form-data" reloadDocument className="section flow">
      <FieldBox label={t("received.files")} {...help}>
        <input
          type="file"
          id="files"
          name="files"
          multiple
          accept=".eml,message/rfc822"
          aria-describedby={describedBy(help)}
          aria-invalid={error ? true : undefined}
        />
      </FieldBox>
      <div className="actions">
        <button type="submit" className="button">
          {t("received.take")}
        </button>
      </div>
    </Form>
  );
}
