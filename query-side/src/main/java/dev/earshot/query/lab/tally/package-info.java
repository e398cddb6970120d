/** Adds up what replays came to. Whatever is added in whatever order and by however many threads, the sum is the same. */
package dev.earshot.query.lab.tally;
