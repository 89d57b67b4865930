import type { CertificateStanding } from "#modules/academy/contract/certificates.ts";
import { classNames } from "#web/ui/class-names.ts";
import { Icon } from "#web/ui/icon.tsx";
import { toneText } from "#web/ui/tone.ts";
import { STANDING } from "./standing-words.ts";

/** How a certificate stands, as icon and word. */
export function Standing({ standing }: { standing: CertificateStanding }) {
  const { tone, icon, word } = STANDING[standing];
  return (
    <span className={classNames("inline-flex items-center gap-1.5 text-13 font-medium", toneText[tone])}>
      <Icon name={icon} />
      {word}
    </span>
  );
}
