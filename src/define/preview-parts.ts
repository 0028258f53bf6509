/** What a room draws before a call: loaded when it is opened, so that an idle room weighs less. */
import './ffc-prejoin.js';
