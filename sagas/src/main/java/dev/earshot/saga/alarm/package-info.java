/** What wakes a process that nothing happens to: one persistent alarm per call, and a sweep behind it. */
package dev.earshot.saga.alarm;
