/** The immutable log: stored in PostgreSQL, in commit order, readable the moment it is written. */
package dev.earshot.platform.log;
