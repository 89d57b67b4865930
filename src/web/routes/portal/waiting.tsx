import { useEffect } from "react";
import { useRevalidator } from "react-router";
import { LinkButton } from "#web/ui/button.tsx";

const EVERY_MS = 2000;

interface WaitingProps {
  /** Where the provider asks the customer to go on; null while it is not known. */
  actionUrl: string | null;
  /** The customer has just chosen to pay, and is taken there. */
  straight: boolean;
  title: string;
  again: string;
}

/** A provider is being asked: the page looks again by itself, by its headers before scripts run and by them after. */
export function Waiting({ actionUrl, straight, title, again }: WaitingProps) {
  const { revalidate } = useRevalidator();
  useEffect(() => {
    if (actionUrl) {
      if (straight) window.location.assign(actionUrl);
      return;
    }
    const timer = setInterval(() => void revalidate(), EVERY_MS);
    return () => clearInterval(timer);
  }, [actionUrl, straight, revalidate]);
  return (
    <div className="max-w-measure py-16">
      <h1 className="text-28 font-bold">{title}</h1>
      {actionUrl ? (
        <p className="mt-6">
          <a
            href={actionUrl}
            className="inline-flex h-11 items-center rounded-control bg-text px-5 font-medium text-inverse hover:bg-text/88"
          >
            Go on
          </a>
        </p>
      ) : (
        <>
          <p className="mt-3 text-muted" role="status">
            This takes a few seconds. The page looks again by itself.
          </p>
          <p className="mt-6">
            <LinkButton to={again}>Look now</LinkButton>
          </p>
        </>
      )}
    </div>
  );
}

/** The `refresh` header of the same, for browsers without scripts. */
export function refreshOf(url: string, actionUrl: string | null, straight: boolean): string | null {
  if (actionUrl) return straight ? `0; url=${actionUrl}` : null;
  const { pathname, search } = new URL(url);
  return `2; url=${pathname.replace(/\.data$/u, "")}${search}`;
}

/** An address a provider gave, where it is one of the web. */
export const webAddress = (url: string | null): string | null =>
  url !== null && /^https?:\/\//u.test(url) ? url : null;
