/** Three renderings of one source: with the proponents beside the brackets, without them, and without brackets. */
export const RENDERINGS = ['attributed', 'unattributed', 'clean'] as const;
export type Rendering = (typeof RENDERINGS)[number];
