/** The rows that rooms map through TypeORM; each room adds its own. */
export const entities: readonly (new () => object)[] = [];
