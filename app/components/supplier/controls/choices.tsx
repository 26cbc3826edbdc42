import { ForeignText } from "#app/components/text/foreign-text";
import { bareText, type PageText } from "#app/i18n/page-text";
import { useLanguage } from "#app/i18n/texts/use-texts";
import { firstSentence } from "#app/i18n/writing/sentences";
import type { ChoicesView, OptionView } from "#app/views/supplier/controls";

type Props = { control: ChoicesView; describedBy?: string; invalid?: boolean };

/** Options from which on only the first, which errors lead to, is named by its value: ids of rows are long and press badly. */
const longList = 40;

/** Radio buttons or checkboxes, one a row; the whole row can be pressed. */
export function Choices({ control: { type, name, options }, describedBy, invalid }: Props) {
  return (
    <div className="choices">
      {options.map((option, at) => (
        <Choice
          key={option.value}
          id={`${name}.${at > 0 && options.length > longList ? at : option.value}`}
          {...{ type, name, option, describedBy, invalid }}
        />
      ))}
    </div>
  );
}

function Choice({
  id,
  type,
  name,
  option,
  describedBy,
  invalid,
}: { id: string; type: "radio" | "checkbox"; name: string; option: OptionView } & Omit<Props, "control">) {
  return (
    <div className="choice">
      <input
        type={type}
        name={name}
        id={id}
        value={option.value}
        defaultChecked={option.on}
        className={option.opens
          ?.split(" ")
          .map((slot) => `opens-${slot}`)
          .join(" ")}
        aria-describedby={describedBy}
        aria-invalid={invalid || undefined}
      />
      <label htmlFor={id}>
        <ForeignText words={option.label} />
        {[option.note, option.more].map(
          (note, at) =>
            note && (
              <small key={at === 0 ? "note" : "more"}>
                {" "}
                <ForeignText words={note} />
              </small>
            ),
        )}
      </label>
      {option.opened && <Opened words={option.opened} />}
    </div>
  );
}

/** What choosing an option says; its first sentence is the one to read if only one is. */
function Opened({ words }: { words: PageText }) {
  const language = useLanguage();
  const foreign = typeof words === "string" ? undefined : words;
  const [first, rest] = firstSentence(bareText(words), foreign?.lang ?? language);
  return (
    <p className="opened" lang={foreign?.lang} dir={foreign?.dir}>
      <strong>{first}</strong>
      {rest}
    </p>
  );
}
