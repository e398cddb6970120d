/** Whole lives of calls through the API of an all-in-one in a process of its own. */
package dev.earshot.app.bench.calls;
