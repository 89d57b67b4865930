import { useFormat } from "#web/format/use-format.ts";
import { Tick } from "#web/parts/tick.tsx";
import { classNames } from "#web/ui/class-names.ts";
import { Icon } from "#web/ui/icon.tsx";
import type { IconName } from "#web/ui/icons.ts";
import { NameLink } from "#web/ui/name-link.tsx";
import { kindWord, type WorkItem } from "./work-kinds.ts";

const ICONS: Record<WorkItem["kind"], IconName> = {
  deliverable: "file-check",
  action: "check",
  decision: "signature",
  evidence: "rotate-ccw",
  risk: "shield-alert",
};
const MY_WORK = "/console/plan/my-work";

/** One thing to do; an action is ticked off where it stands. `action` is the path its form posts to. */
export function WorkRow({ item, action }: { item: WorkItem; action?: string }) {
  const { kind, about, href, text, why, dueOn, late } = item;
  const { dueDays, nearDate } = useFormat();
  return (
    <li className="flex gap-3 py-2.5">
      <span className="flex h-[21px] w-4 shrink-0 items-center justify-center touch:mt-1">
        {kind === "action" ? (
          <Tick actionId={about.id} text={text} action={action} />
        ) : (
          <Icon name={ICONS[kind]} className="text-muted" />
        )}
      </span>
      <div className="min-w-0 flex-1">
        {href === MY_WORK ? (
          <p dir="auto" className="font-medium [overflow-wrap:anywhere]">
            {text}
          </p>
        ) : (
          <NameLink to={href} className="[overflow-wrap:anywhere]">
            {text}
          </NameLink>
        )}
        <p className="text-13 text-muted [overflow-wrap:anywhere]">
          {kindWord(kind)}
          {". "}
          {why}
        </p>
      </div>
      {dueOn && (
        <p
          title={nearDate(dueOn)}
          className={classNames(
            "shrink-0 text-13 tabular-nums touch:mt-1",
            late ? "text-caution" : "text-muted",
          )}
        >
          {dueDays(dueOn)}
        </p>
      )}
    </li>
  );
}
