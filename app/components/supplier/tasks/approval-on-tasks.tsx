import type { TasksApproval } from "#app/views/supplier/tasks";

/** That a second person has the answers, or gave them back, and why. */
export function ApprovalOnTasks({ approval: { text, over, reason } }: { approval: TasksApproval }) {
  return (
    <div className="note flow">
      <p dir="auto">{text}</p>
      {reason && (
        <blockquote className="record-quote">
          <p className="record typed-lines" dir="auto">
            {reason}
          </p>
        </blockquote>
      )}
      {over && <p>{over}</p>}
    </div>
  );
}
