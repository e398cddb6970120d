/** The books: entries with running balances, and sums of blocks of entries for questions about any moment. */
package dev.earshot.query.ledger.book;
