/** How an entry is written: what moves from where to where, and what is remembered of it for later ones. */
package dev.earshot.query.ledger.entry;
