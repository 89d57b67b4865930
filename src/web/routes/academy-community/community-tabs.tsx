import { Tabs } from "#web/ui/tabs.tsx";

const HOME = "/console/academy/community";

/** The ways into what students say and ask. */
export function CommunityTabs() {
  return (
    <Tabs
      label="What students say"
      tabs={[
        { label: "Questions", to: `${HOME}/questions` },
        { label: "Reported", to: `${HOME}?view=reported` },
        { label: "Newest posts", to: HOME },
        { label: "Hidden", to: `${HOME}?view=hidden` },
        { label: "Announcements", to: `${HOME}/announcements` },
      ]}
    />
  );
}
