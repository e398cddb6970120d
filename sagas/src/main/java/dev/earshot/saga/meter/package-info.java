/** The running seconds: every second of every running call, drawn from what its hold has granted. */
package dev.earshot.saga.meter;
