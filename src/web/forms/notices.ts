/** Texts of the notices any page may show; a page adds its own with `handle.notices`. */
export const notices: Record<string, string> = {
  saved: "Saved.",
  created: "Created.",
  removed: "Removed.",
  sent: "Sent.",
  signed_out: "You are signed out.",
  password_set: "Your password is set. Sign in with it now.",
  theme_set: "The theme is set.",
};
