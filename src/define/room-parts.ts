/** Defines all elements that an open room renders. */
import './call-parts.js';
import './preview-parts.js';
