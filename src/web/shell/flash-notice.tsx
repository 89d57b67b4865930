import type { UIMatch } from "react-router";
import { useLocation, useMatches } from "react-router";
import { notices } from "#web/forms/notices.ts";
import type { RouteHandle } from "#web/shell/route-handle.ts";
import { tableHref } from "#web/table/table-query.ts";
import { Icon } from "#web/ui/icon.tsx";
import { iconButtonClass } from "#web/ui/icon-button.tsx";
import { Notice } from "#web/ui/notice.tsx";
import { Link } from "react-router";

/** What a form just did, by the code in the address; an unknown code shows nothing. */
export function FlashNotice() {
  const { search, pathname } = useLocation();
  const matches = useMatches() as UIMatch<unknown, RouteHandle | undefined>[];
  const code = new URLSearchParams(search).get("notice");
  const texts: Record<string, string> = Object.assign(
    {},
    notices,
    ...matches.map(({ handle }) => handle?.notices),
  );
  const text = code && Object.hasOwn(texts, code) ? texts[code] : undefined;
  if (!text) return null;
  return (
    <div data-screen-only className="pt-4">
      <Notice
        tone="positive"
        actions={
          <Link
            to={pathname + tableHref(search, {})}
            replace
            preventScrollReset
            aria-label="Dismiss"
            className={iconButtonClass}
          >
            <Icon name="x" />
          </Link>
        }
      >
        <p className="leading-7">{text}</p>
      </Notice>
    </div>
  );
}
