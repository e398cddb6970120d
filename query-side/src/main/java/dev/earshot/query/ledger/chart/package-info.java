/** The chart of accounts: where money can be, who it belongs to there, and which side is its usual one. */
package dev.earshot.query.ledger.chart;
