/** Bounds of one update, the same at the relay and in the client. */
export const GUARD_BOUNDS = {
  /** Most client ids it may bring structs of: its writer's own, one for each window it was offline in. */
  maxClients: 64,
  /** Deepest nesting of shared types, counted in keys from the root. */
  maxDepth: 8,
} as const;
