/**
 * Defines the elements before a call: loaded when a room is opened, so that an idle one weighs
 * less.
 */
import './ffc-prejoin.js';
