import { Outlet } from "react-router";

export const handle = { crumb: "Books" };

export default function BooksSection() {
  return <Outlet />;
}
