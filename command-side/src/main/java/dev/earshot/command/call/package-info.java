/** Calls: from the request to the last second, and the rating after it. */
package dev.earshot.command.call;
