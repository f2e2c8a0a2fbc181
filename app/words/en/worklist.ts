/** Words of the room `worklist`. */
export const worklist = {} as const;
