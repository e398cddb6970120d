/** Leases: what lasts only as long as somebody keeps saying so. Beats are not events; only a lapse is. */
package dev.earshot.command.lease;
