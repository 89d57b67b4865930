import { Tabs } from "#web/ui/tabs.tsx";

const place = (key: string) => (key === "company" ? "/console/settings" : `/console/settings/${key}`);

/** The groups of settings that modules declare; the company's comes first. Nothing to choose, no tabs. */
export function SettingsTabs({ groups }: { groups: readonly { key: string; title: string }[] }) {
  if (groups.length < 2) return null;
  return <Tabs label="Settings" tabs={groups.map(({ key, title }) => ({ label: title, to: place(key) }))} />;
}
