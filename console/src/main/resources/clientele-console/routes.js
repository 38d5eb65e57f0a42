// Every view and its address.

import { campaign } from "./views/campaign/view.js";
import { campaigns } from "./views/campaigns/view.js";
import { customer } from "./views/customer/view.js";
import { customers } from "./views/customers/view.js";
import { fromPlaybook } from "./views/from-playbook/view.js";
import { funnel } from "./views/funnel/view.js";
import { newCampaign } from "./views/new-campaign/view.js";
import { overview } from "./views/overview/view.js";
import { rfm } from "./views/rfm/view.js";
import { segment } from "./views/segment/view.js";
import { segments } from "./views/segments/view.js";

/** `menu` is the entry of the navigation that a view belongs to. */
export const ROUTES = [
  { pattern: "/overview", menu: "overview", view: overview },
  { pattern: "/funnel", menu: "funnel", view: funnel },
  { pattern: "/customers", menu: "customers", view: customers },
  { pattern: "/customers/:id", menu: "customers", view: customer },
  { pattern: "/rfm", menu: "rfm", view: rfm },
  { pattern: "/segments", menu: "segments", view: segments },
  { pattern: "/segments/:id", menu: "segments", view: segment },
  { pattern: "/campaigns", menu: "campaigns", view: campaigns },
  { pattern: "/campaigns/new", menu: "campaigns", view: newCampaign },
  { pattern: "/campaigns/playbook", menu: "campaigns", view: fromPlaybook },
  { pattern: "/campaigns/:id", menu: "campaigns", view: campaign },
];

/** The navigation, in its order. */
export const MENU = ["overview", "funnel", "customers", "rfm", "segments", "campaigns"];
