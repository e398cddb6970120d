/** How commands reach aggregates: alone, in groups, or following from a fact; and what is tried again. */
package dev.earshot.platform.command;
