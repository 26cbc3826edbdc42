/** Links, forms and what tells a page where it is. Components know the router by this file alone. */
export {
  Form,
  Link,
  NavLink,
  useLocation,
  useNavigate,
  useNavigation,
  useRevalidator,
  useSearchParams,
} from "@remix-run/react";
