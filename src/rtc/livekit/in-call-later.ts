/** Code that connecting does not need: a chunk of its own, which loads after `in-call.ts`. */
export { connectError } from './connect-error.js';
export { Messages } from './messages.js';
