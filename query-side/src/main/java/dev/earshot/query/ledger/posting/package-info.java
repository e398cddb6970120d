/** What each fact posts: pure rules from facts, and what earlier facts left to remember, to balanced entries. */
package dev.earshot.query.ledger.posting;
