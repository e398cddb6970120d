/** Whether the processors keep up with the log: as metrics, and as a part of readiness; and what fails, in one line for people. */
package dev.earshot.platform.watch;
