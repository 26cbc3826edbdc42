/** A band and a state are kept by their place in these lists, so that they sort by what they mean. */
export { bands } from "#terms/bands";
export { dprkStates } from "#terms/dprk-states";
