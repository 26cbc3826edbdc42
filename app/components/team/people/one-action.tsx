import type { ReactNode } from "react";
import { Form } from "#app/router/api/navigation";

type Action = {
  readonly intent: string;
  readonly label: string;
  readonly hint?: string;
  readonly children?: ReactNode;
};

/** One button that does one thing, with what comes of it said before. `children` are what else has to be said. */
export function OneAction({ intent, label, hint, children }: Action) {
  return (
    <Form method="post" className="flow" reloadDocument>
      {hint && <p className="muted">{hint}</p>}
      {children}
      <input type="hidden" name="intent" value={intent} />
      <button type="submit" className="button button-second">
        {label}
      </button>
    </Form>
  );
}
