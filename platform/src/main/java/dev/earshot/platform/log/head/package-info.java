/** The end of the log: where it is, and everybody who wants to hear at once that it has grown. */
package dev.earshot.platform.log.head;
