/** Benchmarks: programs that print figures and ratios of one run and assert nothing. */
package dev.earshot.app.bench;
