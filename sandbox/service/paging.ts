import type { Paging } from './schemas.js';
import type { Slice, Window } from './store.js';

/** The part of a list that a request's `page` (from 1), `pageSize` and `sortBy` ask for. */
export function windowOf({ page, pageSize, sortBy }: Paging): Window {
  return { sortBy, offset: indexOf(page) * pageSize, limit: pageSize };
}

/** The envelope that all lists of the service answer in. `number` counts from 0. */
export function pageOf<T>(slice: Slice<T>, { page, pageSize }: Pick<Paging, 'page' | 'pageSize'>) {
  const number = indexOf(page);
  const totalPages = Math.ceil(slice.total / pageSize);
  const sort = { sorted: true, unsorted: false, empty: false };
  return {
    content: slice.items,
    totalPages,
    totalElements: slice.total,
    numberOfElements: slice.items.length,
    number,
    size: pageSize,
    first: number === 0,
    last: number >= totalPages - 1,
    empty: slice.items.length === 0,
    pageable: {
      pageNumber: number,
      pageSize,
      offset: number * pageSize,
      paged: true,
      unpaged: false,
      sort,
    },
    sort,
  };
}

function indexOf(page: number): number {
  return Math.max(page - 1, 0);
}
