/** The version of the messages between client and relay; raised with any change that an older side would misread. */
export const PROTOCOL_VERSION = 1;

/** The websocket subprotocol both sides name; the invitation travels as the second one offered, never in the address. */
export const SUBPROTOCOL = 'rostrum.1';
