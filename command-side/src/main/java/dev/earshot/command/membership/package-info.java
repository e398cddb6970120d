/** Memberships: trials, periods, renewals and what stores tell. */
package dev.earshot.command.membership;
