/**
 * Most people meant to be in a space (an alias of `space`): its own number, else its type's. Spaces without a type
 * cost no look-up.
 */
export const capacityOf = (space: string): string =>
  `(CASE WHEN ${space}.capacity IS NOT NULL OR ${space}.type_id IS NULL THEN ${space}.capacity
    ELSE (SELECT t.capacity FROM space_type t WHERE t.id = ${space}.type_id) END)`;
