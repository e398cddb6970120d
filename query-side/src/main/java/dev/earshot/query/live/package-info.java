/** The running second of every call, in memory: what the meter drew last, on every node that answers. */
package dev.earshot.query.live;
