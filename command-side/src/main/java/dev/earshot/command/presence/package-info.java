/** Presence: who can be called, and who is on a call. */
package dev.earshot.command.presence;
