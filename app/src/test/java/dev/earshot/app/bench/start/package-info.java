/** How long the packaged all-in-one takes to start, and what it costs while nothing happens. */
package dev.earshot.app.bench.start;
