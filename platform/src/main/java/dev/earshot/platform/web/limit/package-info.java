/** How much one client may ask: the size of a body, and requests a second. */
package dev.earshot.platform.web.limit;
