/** What a call can connect without: a chunk of its own, which loads behind what connects. */
export { connectError } from './connect-error.js';
export { Messages } from './messages.js';
