/** Three stones on each other. */
export function Logo({ size = 22 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 22 22" aria-hidden className="shrink-0 fill-current">
      <ellipse cx="11" cy="17.2" rx="8.4" ry="3.1" />
      <ellipse cx="11" cy="11" rx="5.9" ry="2.6" />
      <ellipse cx="11" cy="5.6" rx="3.5" ry="2.1" />
    </svg>
  );
}
