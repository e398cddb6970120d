/** The running calls of the segments this node owns, and what they have to tell at a tick. */
package dev.earshot.saga.meter.running;
