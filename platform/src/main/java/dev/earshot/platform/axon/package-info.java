/** Axon as Earshot runs it: commands, caches, sagas, deadlines and processors on one PostgreSQL. */
package dev.earshot.platform.axon;
