/** What a route tells the shell about itself: `export const handle: RouteHandle = {...}`. */
export interface RouteHandle {
  /** `false` on public pages: no script is sent, links and forms work as plain HTML. */
  scripts?: false;
  /** The page's place in the breadcrumb; a function is given the route's own loader data. */
  crumb?: string | ((data: never) => string);
  /** Texts of `?notice=code` after a form: code to sentence. */
  notices?: Record<string, string>;
  /** Lets a table or a timeline use the whole width. */
  wide?: true;
}
