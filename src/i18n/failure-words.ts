/** What can go wrong in a room, in English: a chunk of its own, which loads behind a preview. */
export { deviceError, errors } from '../locales/en.js';
