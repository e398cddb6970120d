/** Where do the books of others contradict ours, since when, and what did finance make of it? */
package dev.earshot.query.reconciliation;
