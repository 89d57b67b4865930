import { index } from "@react-router/dev/routes";

export const openRoutes = [index("routes/front/home.tsx")];
