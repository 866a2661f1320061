/** Pseudo-name of whatever steps of unknown effect may have done to any name. */
export const FOG = '?';
