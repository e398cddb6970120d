/** Whether the processors keep up with the log: as metrics, and as a part of readiness. */
package dev.earshot.platform.watch;
