/** The benchmark of the ledger. */
package dev.earshot.app.bench.ledger;
