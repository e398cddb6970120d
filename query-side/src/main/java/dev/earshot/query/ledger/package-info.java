/** Where is all the money, was at any moment, and how did it get there? */
package dev.earshot.query.ledger;
