/** The calls that are not settled: what their billing knows, and when each must be looked at next. */
package dev.earshot.saga.open;
