/** What an allowed domain is, in short: where it comes from, and whether it is proven. */
import { t } from "./messages.js";
import { label } from "./patternfly.js";

const VERIFICATION_COLORS = { VERIFIED: "green", PENDING: "blue", LAPSED: "orange" };

export function sourceLabel({ source }) {
  return source === "ATTRIBUTE" ? label(t("orgSwitcherTabSource_ATTRIBUTE"), "purple") : label(t("orgSwitcherTabSource_API"));
}

export function verificationLabel({ verification }) {
  return label(t(`orgSwitcherTabVerification_${verification}`), VERIFICATION_COLORS[verification]);
}
