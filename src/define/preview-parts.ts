/**
 * Defines the elements before a call. It loads when a room is opened, so that an idle room stays
 * small.
 */
import './ffc-prejoin.js';
