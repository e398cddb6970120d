/** One JSON for the wire and for the log. */
package dev.earshot.platform.json;
