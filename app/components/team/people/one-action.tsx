import { Form } from "#app/router/api/navigation";

/** One button that does one thing, with what comes of it said before. */
export function OneAction({ intent, label, hint }: { intent: string; label: string; hint?: string }) {
  return (
    <Form method="post" className="flow" reloadDocument>
      {hint && <p className="muted">{hint}</p>}
      <input type="hidden" name="intent" value={intent} />
      <button type="submit" className="button button-second">
        {label}
      </button>
    </Form>
  );
}
