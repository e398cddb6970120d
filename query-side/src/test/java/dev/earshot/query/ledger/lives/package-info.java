/** Made-up lives with all that moves money in them, for the books to keep and the views to agree with. */
package dev.earshot.query.ledger.lives;
