/** How long an author may change a post. */
export const EDIT_MINUTES = 15;

/** How many posts one person may write within `RATE_MINUTES`. */
export const POSTS_AT_ONCE = 10;
export const RATE_MINUTES = 10;

/** Whether an author may still change a post at an instant: for 15 minutes, the last one included. */
export const canEditPost = (createdAt: Temporal.Instant, now: Temporal.Instant): boolean =>
  Temporal.Instant.compare(now, createdAt.add({ minutes: EDIT_MINUTES })) <= 0;

/** How many messages to staff one student may send within `RATE_MINUTES`. */
export const MESSAGES_AT_ONCE = 10;
