/** Words of the room `pathway`. */
export const pathway = {} as const;
