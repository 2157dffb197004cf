/** SQL for who a column names: the e-mail of somebody on the staff, else what stands there (`system`, a command). */
export const authorOf = (column: string): string =>
  `coalesce((SELECT email FROM staff WHERE staff_id::text = ${column}), ${column})`;
