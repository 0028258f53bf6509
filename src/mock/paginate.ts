import type { Page } from '../api/types.js';

/** Cuts a page out of a list, as the service does. */
export function paginate<T>(
  all: readonly T[],
  { page: number = 0, pageSize: size = 10 }: { readonly page?: number; readonly pageSize?: number },
): Page<T> {
  const totalPages = Math.ceil(all.length / size);
  return {
    content: all.slice(number * size, (number + 1) * size),
    number,
    size,
    totalPages,
    totalElements: all.length,
    first: number === 0,
    last: number >= totalPages - 1,
  };
}
