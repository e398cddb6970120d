/** How far the stored views have come, and how to build one again. */
package dev.earshot.query.projection;
